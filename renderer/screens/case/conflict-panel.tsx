import { Button, Card, Space } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import { findIssuedSheet, type CaseFile, type OpenQuestion } from '../../../shared/cases/case-file.ts'
import { questionWords } from '../../../shared/cases/city-questions.ts'
import { permits } from '../../../shared/people/role.ts'
import { useActor, useRecordStep } from '../../desk/desk.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { NamedInput } from '../../ui/named-input.tsx'

/** The city says otherwise than what was done here: a person reads it and decides. */
export function ConflictPanel({ caseFile }: { readonly caseFile: CaseFile }) {
  const open = caseFile.questions.filter((question) => question.conflict && !question.settled)
  return open.map((question) => <Conflict key={question.id} caseFile={caseFile} question={question} />)
}

function Conflict({ caseFile, question }: { readonly caseFile: CaseFile; readonly question: OpenQuestion }) {
  const record = useRecordStep()
  const { role } = useActor()
  const [note, setNote] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const settle = async (decision: 'withdraw-certificate' | 'keep') => {
    const facts = { questionId: question.id, decision, note }
    const settled = await record({
      caseType: caseFile.caseType,
      caseId: caseFile.id,
      step: 'settleConflict',
      facts,
    })
    setRefusals(settled.ok ? [] : settled.refusals)
  }
  const issued = findIssuedSheet(caseFile)
  const isRegistered = !issued && caseFile.status === 'closed'
  return (
    <Card size="small" className="block question" title={words.case.conflict} data-conflict={question.kind}>
      <Refusals refusals={refusals} />
      <p>
        {words.city.answer}：{questionWords[question.kind].found}
        {words.city.where(question.answer?.office, question.answer?.on)}。
        {issued ? words.city.issued(issued.replace(/^[^:]*:/, '')) : null}
        {isRegistered ? words.city.registered : null}
        {issued || isRegistered ? null : words.city.underway}
      </p>
      {permits(role, 'settle-conflict') ? (
        <Space orientation="vertical" style={{ width: '100%' }}>
          <NamedInput name={words.case.reason} value={note} tell={setNote} />
          <Space>
            {isRegistered ? null : (
              <Button danger disabled={note === ''} onClick={() => void settle('withdraw-certificate')}>
                {issued ? words.case.withdraw : words.city.stop}
              </Button>
            )}
            <Button disabled={note === ''} onClick={() => void settle('keep')}>
              {issued ? words.city.keepCertificate : words.city.keep}
            </Button>
          </Space>
        </Space>
      ) : (
        <p className="quiet">{words.city.askChief}</p>
      )}
    </Card>
  )
}
