import type { Tab } from '../../browsers/driver.ts'
import { pageCall } from '../../browsers/page-call.ts'
import { waitUntil } from '../../browsers/wait-until.ts'

/** Run in the popup; each setting is a form of its own, found by its label. */
const submit = (label: string): void => {
  const labels = [...document.querySelectorAll<HTMLLabelElement>('form label')]
  labels
    .find((one) => one.textContent.trim() === label)
    ?.closest('form')
    ?.requestSubmit()
}
const outcome = (label: string): string | null => {
  const labels = [...document.querySelectorAll<HTMLLabelElement>('form label')]
  const form = labels.find((one) => one.textContent.trim() === label)?.closest('form')
  const text = (selector: string) => form?.querySelector(selector)?.textContent.trim() ?? ''
  return text('.saved') || text('.error') || null
}

/** Fills in one amount of the opened settings and saves it as Enter does. */
export const saveSetting = async (popup: Tab, label: string, value: string): Promise<void> => {
  await popup.fillField(label, value)
  await popup.evaluate(pageCall(submit, label))
  const said = await waitUntil(() => popup.evaluate<string | null>(pageCall(outcome, label)), {
    what: `the wallet to save the setting "${label}"`,
  })
  if (said !== 'Saved') throw new Error(`${label} ${value}: the wallet says: ${said}`)
}
