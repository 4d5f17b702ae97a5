import { saveFile } from '../ui/save-file.ts'
import { askForExport } from './ask-for-export.ts'

/** Downloads the book as it is, before a new one follows it. False where there was nothing to save. */
export const saveOldBook = async (): Promise<boolean> => {
  const text = await askForExport({ kind: 'export' })
  if (text === null) return false
  const day = new Date().toISOString().slice(0, 10)
  saveFile(`tributary-book-${day}.json`, 'application/json', text)
  return true
}
