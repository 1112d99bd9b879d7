import { Button, Card, Input, Space, Table } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../shared/base/outcome.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { workingDaysOverdue } from '../../shared/cases/deadline.ts'
import { isSamePerson } from '../../shared/cases/holding.ts'
import { openCasesOf, type OpenCase } from '../../shared/cases/open-cases.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { caseStatusWords } from '../../shared/cases/states.ts'
import { permits } from '../../shared/people/role.ts'
import type { User } from '../../shared/people/user.ts'
import { today, useActor, useDesk, useRecordStep } from '../desk/desk.tsx'
import { useCaseworkers } from '../desk/use-colleagues.ts'
import { useCases } from '../local/hooks.ts'
import { goBack } from '../session/session.ts'
import { useKeys } from '../ui/keyboard.ts'
import { Refusals } from '../ui/refusals.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { words } from '../words/index.ts'
import { ColleaguePicker } from './case/colleague-picker.tsx'

/** Leave or transfer: what one person has not finished goes to a colleague, all of it or the chosen ones, in one act. */
export function HandoverScreen() {
  const { store } = useDesk()
  const actor = useActor()
  const people = useCaseworkers()
  const cases = useCases(store) ?? []
  const [fromId, setFromId] = useState<string>()
  const [toId, setToId] = useState<string>()
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { handOver, told, refusals } = useHandOver()
  useKeys({ Escape: goBack })
  const isChief = permits(actor.role, 'take-over-case')
  const own = people.find((each) => isSamePerson(asPerson(each), actor))
  const from = people.find(({ id }) => id === fromId) ?? own
  const to = people.find(({ id }) => id === toId)
  const open = from ? openCasesOf(asPerson(from), cases, findCaseType) : []
  const picked = open.filter(({ caseFile }) => chosen.length === 0 || chosen.includes(caseFile.id))
  const ready = to !== undefined && from !== undefined && to.id !== from.id && reason.trim() !== ''
  return (
    <div className="screen">
      <Card size="small" className="block" title={words.handover.title}>
        <p className="quiet">
          {words.handover.explain}
          {words.handover.drafts}
        </p>
        <Space wrap>
          <ColleaguePicker
            label={words.handover.from}
            people={isChief ? people : own ? [own] : []}
            value={from?.id}
            onChange={setFromId}
          />
          <span>→</span>
          <ColleaguePicker
            label={words.handover.to}
            people={people.filter(({ id }) => id !== from?.id)}
            value={toId}
            onChange={setToId}
          />
          <Input
            aria-label={words.handover.reason}
            placeholder={words.handover.reasonHint}
            style={{ width: 260 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            type="primary"
            disabled={!ready || picked.length === 0}
            onClick={() => to && void handOver(picked, to, reason)}
          >
            {chosen.length === 0 ? words.handover.all(open.length) : words.handover.chosen(picked.length)}
          </Button>
        </Space>
        {isChief ? null : <p className="quiet">{words.handover.onlyOwn}</p>}
        {told ? <p role="status">{told}</p> : null}
        <Refusals refusals={refusals} />
      </Card>
      <OpenCases open={open} chosen={chosen} choose={setChosen} />
    </div>
  )
}

function asPerson({ id, policeNumber }: User) {
  return { userId: id, policeNumber }
}

/** One step on each case; those that cannot be given away stay where they are, and why is told. */
function useHandOver() {
  const record = useRecordStep()
  const actor = useActor()
  const [told, setTold] = useState('')
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const handOver = async (open: readonly OpenCase[], to: User, reason: string) => {
    const caseworker = { userId: to.id, name: to.name, policeNumber: to.policeNumber }
    const against: Refusal[] = []
    for (const { caseFile } of open) {
      const instead = caseFile.holding?.actionId ?? ''
      const others = caseFile.holding !== undefined && !isSamePerson(caseFile.holding, actor)
      const taken = await record({
        caseType: caseFile.caseType,
        caseId: caseFile.id,
        step: others ? 'takeOver' : 'assign',
        facts: { instead, caseworker, ...(others ? { reason } : { note: reason }) },
      })
      if (!taken.ok) against.push(...taken.refusals.map((refusal) => aboutCase(caseFile, refusal)))
    }
    setTold(words.handover.done(open.length - against.length, to.name))
    setRefusals(against)
  }
  return { handOver, told, refusals }
}

function aboutCase({ number }: CaseFile, refusal: Refusal): Refusal {
  return { ...refusal, code: `${number}/${refusal.code}`, message: `${number}：${refusal.message}` }
}

interface OpenCasesProps {
  readonly open: readonly OpenCase[]
  readonly chosen: readonly string[]
  readonly choose: (ids: readonly string[]) => void
}

function OpenCases({ open, chosen, choose }: OpenCasesProps) {
  return (
    <Card size="small" className="block" title={`${words.handover.unfinished}（${open.length}）`}>
      <Table<OpenCase>
        size="small"
        rowKey={({ caseFile }) => caseFile.id}
        dataSource={[...open]}
        pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: words.handover.empty }}
        rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => choose(keys.map(String)) }}
        columns={[
          { title: words.case.number, render: (_, { caseFile }) => caseFile.number, width: 230 },
          { title: '事项', render: (_, { caseType }) => caseType.name, width: 180 },
          {
            title: words.case.subject,
            render: (_, { caseFile, caseType }) => caseType.subject(caseFile.form),
          },
          {
            title: '状态',
            render: (_, { caseFile }) => <StateTag state={caseStatusWords[caseFile.status]} />,
            width: 130,
          },
          { title: words.handover.promised, render: (_, row) => <PromisedDay open={row} />, width: 190 },
        ]}
      />
    </Card>
  )
}

function PromisedDay({ open: { caseFile, caseType, promised } }: { readonly open: OpenCase }) {
  const late = workingDaysOverdue(caseType, caseFile, today())
  return (
    <>
      {promised} {late > 0 ? <span className="state bad">{words.handover.overdue(late)}</span> : null}
    </>
  )
}
