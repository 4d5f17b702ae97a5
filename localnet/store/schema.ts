/**
 * What is kept, as steps for `migrate`: a change is a new step at the end, and no step that was published changes.
 *
 * Amounts are integers in the smallest unit of the pointer's asset. SQLite turns a sum that outgrows 64 bits into a
 * floating point number without a word; strict tables take none, so that the packet that would do it is not fulfilled.
 */
export const SCHEMA: readonly string[] = [
  `
  -- Single values: the ports that go with the data.
  CREATE TABLE facts (name TEXT PRIMARY KEY, value ANY) STRICT;

  -- Of a wallet's STREAM receiver: what SPSP answers were made with, so that they stay good.
  CREATE TABLE secrets (wallet TEXT PRIMARY KEY, secret BLOB NOT NULL) STRICT;

  -- registered: 1 = by a person, on the wallet's page; 0 = one of the network's own.
  CREATE TABLE pointers (
    id INTEGER PRIMARY KEY,
    wallet TEXT NOT NULL,
    name TEXT NOT NULL,
    registered INTEGER NOT NULL,
    UNIQUE (wallet, name, registered)
  ) STRICT;

  CREATE TABLE splits (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

  -- chosen: how many SPSP answers of the split were this pointer's.
  CREATE TABLE shares (
    split INTEGER NOT NULL REFERENCES splits,
    pointer INTEGER NOT NULL REFERENCES pointers,
    weight INTEGER NOT NULL CHECK (weight > 0),
    chosen INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (split, pointer)
  ) STRICT, WITHOUT ROWID;

  -- One for each SPSP answer. received: all that came to this address, which receipts go on from.
  CREATE TABLE addresses (
    address TEXT PRIMARY KEY,
    pointer INTEGER NOT NULL REFERENCES pointers,
    split INTEGER REFERENCES splits,
    used_at INTEGER NOT NULL,
    received INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX addresses_by_use ON addresses (used_at);

  -- split: 0 = none. slot: quarters of an hour since 1970.
  CREATE TABLE received (
    pointer INTEGER NOT NULL REFERENCES pointers,
    slot INTEGER NOT NULL,
    split INTEGER NOT NULL,
    units INTEGER NOT NULL,
    packets INTEGER NOT NULL,
    PRIMARY KEY (pointer, slot, split)
  ) STRICT, WITHOUT ROWID;

  -- The verifier of receipts: what it issued, and the highest total that was proven of each stream.
  CREATE TABLE nonces (
    nonce TEXT PRIMARY KEY,
    secret BLOB NOT NULL,
    user TEXT NOT NULL,
    issued_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX nonces_by_issue ON nonces (issued_at);
  -- Unsigned 64-bit numbers, which SQLite has not: as decimal digits.
  CREATE TABLE proven (
    nonce TEXT NOT NULL REFERENCES nonces ON DELETE CASCADE,
    stream INTEGER NOT NULL,
    total TEXT NOT NULL,
    PRIMARY KEY (nonce, stream)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE verified (user TEXT PRIMARY KEY, units TEXT NOT NULL, receipts INTEGER NOT NULL) STRICT;
  `,
]
