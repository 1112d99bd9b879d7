import { Alert, Button, Card, Select, Space } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { ResponseOf } from '../../../shared/ipc/channels.ts'
import { station as machine, StationRefused } from '../../station.ts'
import { words } from '../../words/index.ts'
import { NamedInput } from '../../ui/named-input.tsx'

const text = words.accounts.card

type Look = ResponseOf<'cards.look'>
type Said = { readonly good: boolean; readonly text: string } | undefined

/** One's own smart card or USB key as a second factor. Nothing shows where no module is configured. */
export function CardPanel() {
  const [look, setLook] = useState<Look>()
  const [key, setKey] = useState<string>()
  const [pin, setPin] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [said, setSaid] = useState<Said>()
  const reload = useCallback(() => machine.call('cards.look', {}).then(setLook), [])
  useEffect(() => {
    void machine.call('cards.look', {}).then(setLook)
  }, [])
  if (!look?.configured) return null
  const { keys, bound } = look
  const act = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      setSaid({ good: true, text: done })
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setSaid({ good: false, text: fault.message })
    }
    setPin('')
    setPassphrase('')
    await reload()
  }
  const chosen = keys.find((each) => nameOf(each) === key)
  const bind = async () => {
    if (!chosen) return
    const { serial, id } = chosen
    await act(() => machine.call('cards.bind', { serial, id, pin, passphrase }), text.boundNow)
  }
  const release = () => act(() => machine.call('cards.release', { passphrase }), text.releasedNow)
  return (
    <Card size="small" className="block" title={text.title}>
      <p className="quiet">{bound ? text.bound(bound.label, bound.serial) : text.explain}</p>
      <Space orientation="vertical" style={{ width: 420 }}>
        {bound ? null : (
          <>
            <Space>
              <Select
                aria-label={text.choose}
                placeholder={keys.length === 0 ? text.none : text.choose}
                style={{ width: 330 }}
                value={key ?? null}
                onChange={(name: string) => setKey(name)}
                options={keys.map((each) => ({
                  value: nameOf(each),
                  label: text.key(each.label, each.serial, each.id),
                }))}
              />
              <Button onClick={() => void reload()}>{text.reload}</Button>
            </Space>
            <NamedInput secret name={text.pin} value={pin} tell={setPin} />
          </>
        )}
        <NamedInput secret name={text.passphrase} value={passphrase} tell={setPassphrase} />
        {said ? <Alert type={said.good ? 'success' : 'error'} role="alert" title={said.text} /> : null}
        {bound ? (
          <Button disabled={passphrase === ''} onClick={() => void release()}>
            {text.release}
          </Button>
        ) : (
          <Button disabled={!chosen || pin === '' || passphrase === ''} onClick={() => void bind()}>
            {text.bind}
          </Button>
        )}
      </Space>
    </Card>
  )
}

function nameOf({ serial, id }: Look['keys'][number]): string {
  return `${serial}/${id}`
}
