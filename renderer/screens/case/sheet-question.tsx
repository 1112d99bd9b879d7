import { Button, Card, Input } from 'antd'
import { useState } from 'react'
import { findOtherPrinter, findSheetInPrinter } from '../../../shared/cases/case-file.ts'
import { sheetAnswers, type SheetAnswer } from '../../../shared/cases/sheet-steps/confirm-sheet.ts'
import { sheetInWords } from '../../../shared/cases/sheet-steps/sheet-kind.ts'
import type { SheetSerial } from '../../../shared/register/certificate.ts'
import { useDesk } from '../../desk/desk.tsx'
import { sheetElsewhere } from '../../local/sheet-elsewhere.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { useStep, type CaseProps } from './use-step.ts'

/** Did the sheet come out? Nothing else can be done with the case until somebody answers; other cases can. */
export function SheetQuestion(props: CaseProps) {
  const { store, profile } = useDesk()
  const { take, refusals } = useStep(props)
  const [other, setOther] = useState(false)
  const [digits, setDigits] = useState('')
  const key = findSheetInPrinter(props.caseFile)
  const sheet = key ? store.register.find(key) : undefined
  if (sheet?.kind !== 'certificate' && sheet?.kind !== 'move-in-permit') return null
  const printer = findOtherPrinter(props.caseFile, profile.device)
  const answer = (given: SheetAnswer, actualSerial?: SheetSerial) =>
    take('confirmSheet', { answer: given, ...(actualSerial ? { actualSerial } : {}) })
  if (printer !== undefined) {
    return (
      <Card size="small" className="block question">
        <h2>{words.case.printedElsewhere(printer)}</h2>
        <p className="serial">{sheetInWords(sheet)}</p>
        <p>{sheetElsewhere(printer).message}</p>
      </Card>
    )
  }
  return (
    <Card size="small" className="block question">
      <h2>{words.case.question}</h2>
      <p className="serial">{sheetInWords(sheet)}</p>
      <Refusals refusals={refusals} />
      <div className="answers">
        <Button type="primary" autoFocus onClick={() => void answer('good')}>
          {sheetAnswers.good}（回车）
        </Button>
        <Button onClick={() => void answer('jammed')}>{sheetAnswers.jammed}</Button>
        <Button onClick={() => void answer('not-out')}>{sheetAnswers['not-out']}</Button>
        <Button onClick={() => setOther(true)}>{sheetAnswers['number-mismatch']}</Button>
      </div>
      {other ? (
        <div className="block">
          <Input
            aria-label={words.case.actualSerial}
            placeholder={words.case.actualSerial}
            value={digits}
            maxLength={8}
            onChange={(event) => setDigits(event.target.value)}
          />
          <Button
            disabled={!/^\d{8}$/.test(digits)}
            onClick={() => void answer('number-mismatch', { ...sheet.serial, digits })}
          >
            {words.confirm}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
