import { useEffect, useRef, useState } from 'preact/hooks'
import { splitCredentials } from '../ui/split-credentials.ts'
import { FIRST_RUN_WORDS as words } from '../ui/words/first-run-words.ts'
import { FailureNote } from './failure-note.tsx'
import type { Outcome } from './outcome.ts'
import { TextField } from './text-field.tsx'
import { TokenField } from './token-field.tsx'

/** What is typed into the fields of a connection; the one that `failure` is about has the cursor. */
export const useConnectionForm = (failure: Outcome) => {
  const [form, setForm] = useState({ address: '', username: '', token: '' })
  const [tried, setTried] = useState('')
  const address = useRef<HTMLInputElement>(null)
  const token = useRef<HTMLInputElement>(null)
  const fill = (part: Partial<typeof form>) => setForm((typed) => ({ ...typed, ...part }))

  useEffect(() => address.current?.focus(), [])
  useEffect(() => {
    if (failure?.field === 'address') address.current?.focus()
    if (failure?.field === 'token') token.current?.focus()
  }, [failure])

  /** The form with credentials taken out of the address, where there are any. */
  const tidied = () => {
    const split = splitCredentials(form.address)
    if (split === null) return { ...form, address: form.address.trim() }
    const { username, token } = form
    return {
      address: split.address,
      username: split.username || username,
      token: split.token || token,
    }
  }
  const tidy = () => setForm(tidied())
  /** What is to be tried now. */
  const submit = () => {
    const filled = tidied()
    setForm(filled)
    setTried(filled.address)
    return filled
  }
  return { form, fill, tidy, submit, tried, address, token, failure }
}

export const ConnectionFields = (fields: ReturnType<typeof useConnectionForm>) => {
  const { form, fill, tidy, tried, address, token, failure } = fields
  const errorAt = (field: 'address' | 'token') =>
    failure?.field === field ? <FailureNote failure={failure} address={tried} /> : null
  return (
    <>
      <TextField
        label={words.address}
        value={form.address}
        onType={(typed) => fill({ address: typed })}
        field={address}
        error={errorAt('address')}
        attributes={{
          inputMode: 'url',
          placeholder: words.addressExample,
          autocapitalize: 'none',
          onBlur: tidy,
        }}
      />
      <TextField
        label={words.username}
        value={form.username}
        onType={(typed) => fill({ username: typed })}
        hint={words.usernameHint}
        error={null}
        attributes={{ autocapitalize: 'none' }}
      />
      <TokenField
        value={form.token}
        onType={(typed) => fill({ token: typed })}
        field={token}
        error={errorAt('token')}
      />
    </>
  )
}
