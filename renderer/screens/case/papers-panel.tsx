import { Button, Space } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import type { Paper, PaperContext } from '../../../shared/cases/case-type.ts'
import { recordsForPaper } from '../../../shared/cases/paper-records.ts'
import { noCalibration } from '../../../shared/documents/calibration.ts'
import { today, useActor, useDesk } from '../../desk/desk.tsx'
import { renderPdf } from '../../paper/paper.ts'
import { MadePaperView, type MadePaper } from '../../ui/made-paper.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import type { CaseProps } from './use-step.ts'

/** The papers that a case has come to: look at them, print them, keep them as files. */
export function PapersPanel({ caseFile, caseType }: CaseProps) {
  const { store, station, profile } = useDesk()
  const clerk = useActor()
  const [made, setMade] = useState<MadePaper>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const offered = caseType.papers.filter((paper) => paper.kind !== 'certificate' && paper.available(caseFile))
  const show = async (paper: Paper) => {
    const context: PaperContext = {
      caseFile,
      caseType,
      records: recordsForPaper(paper, caseFile, (keys) => store.register.view(keys)),
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
    const fileName = `${caseFile.number}-${paper.name}.pdf`
    const about = { kind: 'case', caseId: caseFile.id } as const
    setMade({ definition: definition.value, pdf: pdf.value, fileName, about })
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
      {made ? <MadePaperView key={made.fileName} paper={made} /> : null}
    </div>
  )
}
