import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openDatabase, transaction } from './database.ts'
import { migrate } from './migrate.ts'
import { SCHEMA } from './schema.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const version = (db: ReturnType<typeof openDatabase>['db']) =>
  db.get('PRAGMA user_version')?.['user_version']

test('new data is of the newest version, and is found again', () => {
  const first = openDatabase(join(folder.path, 'not', 'yet'))
  expect(version(first.db)).toBe(SCHEMA.length)
  first.db.run("INSERT INTO splits (name) VALUES ('team')")
  first.close()
  const second = openDatabase(join(folder.path, 'not', 'yet'))
  expect(second.db.all('SELECT name FROM splits')).toEqual([{ name: 'team' }])
  second.close()
})

test('a commit is on the disk, not only with the system', () => {
  const { db, close } = openDatabase(folder.path)
  expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
  close()
})

test('older data is brought forward, step by step, and keeps what is in it', () => {
  const { db, close } = openDatabase(folder.path)
  db.exec('DROP TABLE splits; PRAGMA user_version = 0')
  const steps = ['CREATE TABLE a (x)', 'ALTER TABLE a ADD COLUMN y DEFAULT 7', 'CREATE TABLE b (z)']
  migrate(db, steps.slice(0, 1))
  db.run('INSERT INTO a VALUES (1)')
  migrate(db, steps)
  migrate(db, steps)
  expect(db.all('SELECT * FROM a')).toEqual([{ x: 1, y: 7 }])
  expect(version(db)).toBe(3)
  close()
})

test('a step that fails leaves what was there, and says which it was', () => {
  const { db, close } = openDatabase(folder.path)
  const before = version(db)
  const bad = [...SCHEMA, "INSERT INTO splits (name) VALUES ('half'); CREATE TABLE splits (x)"]
  expect(() => migrate(db, bad)).toThrow(`from version ${SCHEMA.length} to ${SCHEMA.length + 1}`)
  expect(version(db)).toBe(before)
  expect(db.all('SELECT * FROM splits')).toEqual([])
  close()
})

test('data of a newer localnet is refused, and not touched', () => {
  const { db, close } = openDatabase(folder.path)
  db.exec('PRAGMA user_version = 99')
  close()
  expect(() => openDatabase(folder.path)).toThrow('written by a newer localnet (version 99')
  // Nor is the folder still held.
  expect(() => openDatabase(folder.path)).toThrow('written by a newer localnet (version 99')
})

test('what is no database is refused in words', () => {
  writeFileSync(join(folder.path, 'localnet.sqlite'), 'a diary'.repeat(1000))
  expect(() => openDatabase(folder.path)).toThrow(/cannot be used: file is not a database/)
})

test('a folder is for one process, until that is gone', () => {
  const { close } = openDatabase(folder.path)
  expect(() => openDatabase(folder.path)).toThrow(`in use by process ${process.pid}`)
  close()
  // As a process that was killed leaves it: its number in our file, and SQLite's lock.
  writeFileSync(join(folder.path, 'in-use-by'), '999999999\n')
  mkdirSync(join(folder.path, 'localnet.sqlite.lock'))
  openDatabase(folder.path).close()
})

test('a transaction is done whole or not at all', () => {
  const { db, close } = openDatabase()
  const add = (name: string) => db.run('INSERT INTO splits (name) VALUES (?)', name)
  transaction(db, () => add('one'))
  const failing = () => {
    add('two')
    add('one')
  }
  expect(() => transaction(db, failing)).toThrow('UNIQUE')
  expect(db.all('SELECT name FROM splits')).toEqual([{ name: 'one' }])
  close()
})
