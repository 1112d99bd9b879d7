import { Alert, Button, Card, Space } from 'antd'
import { useState } from 'react'
import { ensureProof } from '../../session/proof.ts'
import { station as machine, StationRefused } from '../../station.ts'
import { words } from '../../words/index.ts'
import { NamedInput } from '../../ui/named-input.tsx'

const text = words.accounts.card

/** The administrator's word on which maker's module the smart cards are asked through. */
export function CardModule() {
  const [module, setModule] = useState('')
  const [said, setSaid] = useState<{ readonly good: boolean; readonly text: string }>()
  const save = async () => {
    if (!(await ensureProof())) return
    try {
      await machine.call('cards.configure', { module: module.trim() })
      setSaid({ good: true, text: text.saved })
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setSaid({ good: false, text: fault.message })
    }
  }
  return (
    <Card size="small" className="block" title={text.moduleTitle}>
      <Space wrap>
        <NamedInput name={text.module} style={{ width: 480 }} value={module} tell={setModule} />
        <Button onClick={() => void save()}>{text.save}</Button>
      </Space>
      {said ? <Alert type={said.good ? 'success' : 'error'} role="alert" title={said.text} /> : null}
    </Card>
  )
}
