import { Alert, Space } from 'antd'
import { useState } from 'react'
import { words } from '../../words/index.ts'
import { NamedInput } from '../../ui/named-input.tsx'

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
    <Space orientation="vertical" style={{ width: '100%' }} size={12}>
      <NamedInput
        secret
        name={words.accounts.newPassphrase}
        value={first}
        tell={(value) => take(value, second)}
      />
      <NamedInput secret name={words.accounts.again} value={second} tell={(value) => take(first, value)} />
      <p className="quiet">{words.accounts.setUp.rules}</p>
      {second !== '' && first !== second ? <Alert type="warning" title={words.accounts.differs} /> : null}
    </Space>
  )
}
