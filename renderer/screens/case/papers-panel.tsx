import { Button, Space } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import type { Paper, PaperContext } from '../../../shared/cases/case-type.ts'
import { noCalibration } from '../../../shared/documents/calibration.ts'
import type { DocumentDefinition } from '../../../shared/documents/definition.ts'
import { today, useActor, useDesk } from '../../desk/desk.tsx'
import { sendToPrinter } from '../../desk/print-paper.ts'
import { usePrinters } from '../../desk/use-printers.ts'
import { renderPdf } from '../../paper/paper.ts'
import { station as machine } from '../../station.ts'
import { PaperPreview } from '../../ui/paper-preview.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import type { CaseProps } from './use-step.ts'

interface MadePaper {
  readonly paper: Paper
  readonly definition: DocumentDefinition
  readonly pdf: Uint8Array<ArrayBuffer>
}

/** The papers that a case has come to: look at them, print them, keep them as files. */
export function PapersPanel({ caseFile, caseType }: CaseProps) {
  const { store, station, profile } = useDesk()
  const clerk = useActor()
  const { chosen } = usePrinters()
  const [made, setMade] = useState<MadePaper>()
  const [said, setSaid] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const offered = caseType.papers.filter((paper) => paper.kind !== 'certificate' && paper.available(caseFile))
  const show = async (paper: Paper) => {
    setSaid('')
    const context: PaperContext = {
      caseFile,
      caseType,
      records: store.register.view(paper.touches(caseFile)),
      station,
      clerk: { name: clerk.name, policeNumber: clerk.policeNumber },
      desk: profile.device,
      day: today(),
      calibration: noCalibration,
    }
    const definition = paper.make(context)
    if (!definition.ok) return setRefusals(definition.refusals)
    const pdf = await renderPdf(definition.value)
    if (!pdf.ok) return setRefusals(pdf.refusals)
    setRefusals([])
    setMade({ paper, definition: definition.value, pdf: pdf.value })
  }
  const print = async (paper: MadePaper, dialog: boolean) => {
    const sent = await sendToPrinter(paper.pdf, paper.definition, chosen, dialog)
    if (sent.ok) setSaid('已交给打印机')
    else setRefusals(sent.refusals)
  }
  const save = async (paper: MadePaper) => {
    const name = `${caseFile.number}-${paper.paper.name}.pdf`
    const result = await machine.call('files.save', {
      suggestedName: name,
      bytes: paper.pdf,
      dialog: false,
      kind: 'paper',
    })
    setSaid(
      result.outcome === 'saved' ? `已存为 ${result.name}` : result.outcome === 'failed' ? result.reason : '',
    )
  }
  return (
    <div>
      <Refusals refusals={refusals} />
      <Space wrap className="block">
        {offered.map((paper) => (
          <Button key={paper.id} onClick={() => void show(paper)}>
            {paper.name}
          </Button>
        ))}
        {offered.length === 0 ? <span className="quiet">{words.none}</span> : null}
      </Space>
      {made ? (
        <>
          <Space className="block">
            <Button type="primary" onClick={() => void print(made, false)}>
              打印
            </Button>
            <Button onClick={() => void print(made, true)}>打印（选项）</Button>
            <Button onClick={() => void save(made)}>{words.case.save}</Button>
            <span className="quiet">{said}</span>
          </Space>
          <PaperPreview pdf={made.pdf} />
        </>
      ) : null}
    </div>
  )
}
