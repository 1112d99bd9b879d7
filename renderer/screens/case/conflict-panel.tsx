import { Button, Card, Input, Space } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import { findIssuedSheet, type CaseFile, type OpenQuestion } from '../../../shared/cases/case-file.ts'
import { permits } from '../../../shared/people/role.ts'
import { useActor, useRecordStep } from '../../desk/desk.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'

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
  return (
    <Card size="small" className="block question" title={words.case.conflict}>
      <Refusals refusals={refusals} />
      <p>
        市局答复：证上人员{question.answer?.on ? question.answer.on : ''}已在
        {question.answer?.office ?? '别处'}落户。
        {issued ? `本所已经签发新证 ${issued.replace('certificate:', '')}。` : '新证还没有签发。'}
      </p>
      {permits(role, 'settle-conflict') ? (
        <Space orientation="vertical" style={{ width: '100%' }}>
          <Input
            aria-label={words.case.reason}
            placeholder={words.case.reason}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Space>
            <Button danger disabled={note === ''} onClick={() => void settle('withdraw-certificate')}>
              {issued ? words.case.withdraw : '停止办理，不予补发'}
            </Button>
            <Button disabled={note === ''} onClick={() => void settle('keep')}>
              {words.case.keep}
            </Button>
          </Space>
        </Space>
      ) : (
        <p className="quiet">请所长处理。</p>
      )}
    </Card>
  )
}
