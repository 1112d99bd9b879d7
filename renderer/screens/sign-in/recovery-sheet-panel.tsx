import { Alert, Button, Input, Select, Space } from 'antd'
import { useEffect, useState } from 'react'
import { recoverySheet } from '../../../shared/documents/recovery-sheet.ts'
import type { Printer } from '../../../shared/ipc/paper-channels.ts'
import { today } from '../../desk/desk.tsx'
import { sendToPrinter } from '../../desk/print-paper.ts'
import { renderPdf } from '../../paper/paper.ts'
import { station as machine } from '../../station.ts'
import { words } from '../../words/index.ts'

interface RecoverySheetProps {
  readonly code: string
  readonly stationName: string
  readonly device: string
  readonly done: () => void
}

const text = words.accounts.sheet

/** The recovery code, shown once: on paper, into the safe, and the last group typed back from the paper. */
export function RecoverySheetPanel({ code, stationName, device, done }: RecoverySheetProps) {
  const [printers, setPrinters] = useState<readonly Printer[]>([])
  const [printer, setPrinter] = useState<string>()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  useEffect(() => {
    void machine.call('printing.printers', {}).then((answer) => {
      setPrinters(answer.printers)
      setPrinter((answer.printers.find(({ isDefault }) => isDefault) ?? answer.printers[0])?.name)
    })
  }, [])
  const print = async () => {
    const definition = recoverySheet({ code, stationName, device, madeOn: today() })
    const pdf = await renderPdf(definition)
    const sent = pdf.ok
      ? await sendToPrinter(pdf.value, definition, printer ?? '', { kind: 'recovery-sheet' })
      : pdf
    setSaid(sent.ok ? '' : sent.refusals.map(({ message }) => message).join(''))
  }
  const check = () => {
    if (typed.trim().toUpperCase() === code.slice(-4)) return done()
    setSaid(text.wrong)
  }
  return (
    <Space orientation="vertical" style={{ width: '100%' }} size={12}>
      <h1>{text.title}</h1>
      <p>{text.explain}</p>
      <p className="recovery-code" data-testid="recovery-code">
        {code}
      </p>
      <Space wrap>
        <Select
          aria-label={words.case.printer}
          style={{ width: 240 }}
          value={printer ?? null}
          options={printers.map(({ name, label }) => ({ value: name, label }))}
          onChange={(name: string) => setPrinter(name)}
        />
        <Button disabled={!printer} onClick={() => void print()}>
          {text.print}
        </Button>
      </Space>
      <Input
        aria-label={text.last}
        placeholder={text.last}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={check}
      />
      {said ? <Alert type="error" role="alert" title={said} /> : null}
      <Button type="primary" block disabled={typed === ''} onClick={check}>
        {text.done}
      </Button>
    </Space>
  )
}
