import { Button, Space } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../shared/base/outcome.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import type { PaperReason } from '../../shared/trail/paper-reason.ts'
import { sendToPrinter } from '../desk/print-paper.ts'
import { usePrinters } from '../desk/use-printers.ts'
import { station as machine } from '../station.ts'
import { words } from '../words/index.ts'
import { PaperPreview } from './paper-preview.tsx'
import { Refusals } from './refusals.tsx'

export interface MadePaper {
  readonly definition: DocumentDefinition
  readonly pdf: Uint8Array<ArrayBuffer>
  /** What it leaves the program for. */
  readonly about: PaperReason
  /** What it is called as a file. */
  readonly fileName: string
}

/** A paper as it was set: look at it, print it, keep it as a file. */
export function MadePaperView({
  paper: { definition, pdf, fileName, about },
}: {
  readonly paper: MadePaper
}) {
  const { chosen } = usePrinters()
  const [said, setSaid] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const print = async (dialog: boolean) => {
    const sent = await sendToPrinter(pdf, definition, chosen, about, dialog)
    setRefusals(sent.ok ? [] : sent.refusals)
    if (sent.ok) setSaid(words.paper.sent)
  }
  const save = async () => {
    const request = { suggestedName: fileName, bytes: pdf, dialog: false, kind: 'paper', about } as const
    const result = await machine.call('files.save', request)
    if (result.outcome === 'saved') setSaid(words.paper.saved(result.name))
    else setSaid(result.outcome === 'failed' ? result.reason : '')
  }
  return (
    <>
      <Refusals refusals={refusals} />
      <Space className="block">
        <Button type="primary" onClick={() => void print(false)}>
          {words.paper.print}
        </Button>
        <Button onClick={() => void print(true)}>{words.paper.printWithOptions}</Button>
        <Button onClick={() => void save()}>{words.case.save}</Button>
        <span className="quiet">{said}</span>
      </Space>
      <PaperPreview pdf={pdf} />
    </>
  )
}
