/** Runs in an extension page, beside the wallet: what browsers were seen to do after crashes. */
export const loseDatabase = async (): Promise<void> => {
  const request = indexedDB.open('tributary')
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('no database'))
  })
  const transaction = database.transaction(['journal', 'bases', 'writers'], 'readwrite')
  for (const store of ['journal', 'bases', 'writers']) transaction.objectStore(store).clear()
  await new Promise((resolve) => (transaction.oncomplete = resolve))
  database.close()
}

/** The settings, too. False: somebody held on to them. */
export const loseEverything = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('tributary')
    request.onsuccess = () => resolve(true)
    // Who is about to write lets go when that is done.
    request.onblocked = () => setTimeout(() => resolve(false), 20_000)
    request.onerror = () => reject(new Error('not deleted'))
  })
