import type { Database } from 'node-sqlite3-wasm'
import { transaction } from './database.ts'

export interface Share {
  /** `id` of a `Pointer`. */
  readonly pointer: number
  readonly weight: number
  /** How many SPSP answers were this pointer's. */
  readonly chosen: number
}

/** A payment pointer whose every SPSP answer is that of one of several others. */
export interface Split {
  readonly id: number
  readonly name: string
  readonly shares: readonly Share[]
}

export class Splits {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  all(): Split[] {
    return this.#db
      .all('SELECT id, name FROM splits ORDER BY id')
      .map(({ id, name }) => this.#split(Number(id), name as string))
  }

  find(name: string): Split | null {
    const row = this.#db.get('SELECT id FROM splits WHERE name = ?', name)
    return row && this.#split(Number(row['id']), name)
  }

  create(name: string, shares: readonly Pick<Share, 'pointer' | 'weight'>[]): Split {
    const id = transaction(this.#db, () => {
      const { lastInsertRowid } = this.#db.run('INSERT INTO splits (name) VALUES (?)', name)
      for (const { pointer, weight } of shares) {
        this.#db.run('INSERT INTO shares (split, pointer, weight) VALUES (?, ?, ?)', [
          lastInsertRowid,
          pointer,
          weight,
        ])
      }
      return Number(lastInsertRowid)
    })
    return this.#split(id, name)
  }

  chose(split: number, pointer: number): void {
    this.#db.run('UPDATE shares SET chosen = chosen + 1 WHERE split = ? AND pointer = ?', [
      split,
      pointer,
    ])
  }

  #split(id: number, name: string): Split {
    const rows = this.#db.all('SELECT * FROM shares WHERE split = ? ORDER BY pointer', id)
    const shares = rows.map(({ pointer, weight, chosen }) => ({
      pointer: Number(pointer),
      weight: Number(weight),
      chosen: Number(chosen),
    }))
    return { id, name, shares }
  }
}
