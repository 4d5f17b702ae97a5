import type { Database } from 'node-sqlite3-wasm'
import { buildNetwork } from './build-network.ts'
import { Closers } from './closers.ts'
import { freePortBlock } from './free-port-block.ts'
import type { Localnet, LocalnetOptions } from './localnet.ts'
import { PORT_COUNT } from './port-plan.ts'
import { openDatabase } from './store/database.ts'
import { keepPortBase, keptPortBase } from './store/kept-port-base.ts'

const portTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const buildOn = async (base: number, db: Database, options: LocalnetOptions): Promise<Localnet> => {
  const localnet = await buildNetwork(base, db, options)
  keepPortBase(db, base)
  return localnet
}

const build = async (db: Database, options: LocalnetOptions): Promise<Localnet> => {
  const base = options.portBase ?? keptPortBase(db)
  if (base !== null) return buildOn(base, db, options)
  for (let attempt = 1; ; attempt++) {
    try {
      return await buildOn(await freePortBlock(PORT_COUNT), db, options)
    } catch (error) {
      // Someone else took one of the ports between the look and the use.
      if (!portTaken(error) || attempt === 3) throw error
    }
  }
}

/** Starts an Interledger network on 127.0.0.1: connector, receiving wallets, their page, demo sites. */
export const startLocalnet = async (options: LocalnetOptions = {}): Promise<Localnet> => {
  const closers = new Closers()
  const { db, close } = openDatabase(options.data)
  closers.add(close)
  try {
    const localnet = await build(db, options)
    closers.add(localnet.stop)
    return { ...localnet, stop: () => closers.closeAll() }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}
