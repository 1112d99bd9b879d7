import { Alert, Input } from 'antd'
import { useState } from 'react'
import { words } from '../../words/index.ts'

/** A new passphrase, twice; `tell` hears it while both are the same, and '' otherwise. */
export function NewPassphrase({ tell }: { readonly tell: (passphrase: string) => void }) {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const take = (one: string, other: string) => {
    setFirst(one)
    setSecond(other)
    tell(one === other ? one : '')
  }
  return (
    <>
      <Input.Password
        aria-label={words.accounts.newPassphrase}
        placeholder={words.accounts.newPassphrase}
        value={first}
        onChange={(event) => take(event.target.value, second)}
      />
      <Input.Password
        aria-label={words.accounts.again}
        placeholder={words.accounts.again}
        value={second}
        onChange={(event) => take(first, event.target.value)}
      />
      <p className="quiet">{words.accounts.setUp.rules}</p>
      {second !== '' && first !== second ? <Alert type="warning" title={words.accounts.differs} /> : null}
    </>
  )
}
