import { Button, Card, Space, Table } from 'antd'
import { useState } from 'react'
import type { PlainDate } from '../../shared/base/plain-date.ts'
import type { Actor } from '../../shared/cases/action.ts'
import {
  isInConflict,
  waitsForADecision,
  type CaseFile,
  type CaseStatus,
} from '../../shared/cases/case-file.ts'
import { workingDaysOverdue } from '../../shared/cases/deadline.ts'
import { holdingInWords, isSamePerson } from '../../shared/cases/holding.ts'
import { levels, levelsOfDecision } from '../../shared/cases/levels.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { caseStatusWords } from '../../shared/cases/states.ts'
import { permits } from '../../shared/people/role.ts'
import { today, useActor, useDesk } from '../desk/desk.tsx'
import type { Draft } from '../local/entry.ts'
import { useActDrafts, useCases, useDrafts, useOpenRefusals } from '../local/hooks.ts'
import { goTo } from '../session/session.ts'
import { StateTag } from '../ui/state-tag.tsx'
import { words } from '../words/index.ts'
import { dayAndTimeInChina } from '../ui/clock-time.ts'

/** The clerk's day: what waits for this person first, then what was done last. */
export function WorkbenchScreen() {
  const { store } = useDesk()
  const actor = useActor()
  const { role, userId } = actor
  const cases = useCases(store) ?? []
  const refusals = useOpenRefusals(store) ?? []
  const refusedCases = new Set(refusals.map(({ action }) => action.caseId))
  const handedToMe = new Set(
    refusals
      .filter(
        ({ receipt: { assigned } }) =>
          assigned && (assigned.toUserId ?? assigned.to) === (assigned.toUserId ? userId : actor.name),
      )
      .map(({ action }) => action.caseId),
  )
  const level = levels.find((each) => permits(role, levelsOfDecision[each].permission))
  const held = cases.filter(({ holding }) => holding && isSamePerson(holding, actor))
  const mine = cases.filter(({ status, holding }) =>
    level ? status === levelsOfDecision[level].status : atTheDesk.includes(status) && !holding,
  )
  const unsaved = new Set((useActDrafts(store, userId) ?? []).map(({ caseId }) => caseId))
  const overdue = cases.filter((caseFile) => isOverdue(caseFile, today()))
  return (
    <div className="screen">
      <Space className="block">
        <Button type="primary" onClick={() => goTo({ screen: 'new-matter' })}>
          {words.workbench.start}
        </Button>
        {permits(role, 'hold-case') ? (
          <Button onClick={() => goTo({ screen: 'handover' })}>{words.handover.open}</Button>
        ) : null}
      </Space>
      <CaseList
        title={words.workbench.printing}
        cases={cases.filter(({ status }) => status === 'printing')}
        hideEmpty
      />
      <CaseList title={words.workbench.conflicts} cases={cases.filter(isInConflict)} hideEmpty />
      <CaseList
        title={words.holding.handedToMe}
        cases={cases.filter((each) => handedToMe.has(each.id) || isHandedTo(each, actor))}
        hideEmpty
      />
      <CaseList
        title={words.workbench.refused}
        cases={cases.filter(({ id }) => refusedCases.has(id))}
        hideEmpty
      />
      <CaseList
        title={words.refusal.handedOn}
        cases={cases.filter((each) => waitsForADecision(each) && !isHandedTo(each, actor))}
        hideEmpty
      />
      <CaseList title={words.workbench.overdue} cases={overdue} hideEmpty />
      <CaseList title={words.holding.mine} cases={held} hideEmpty />
      <Drafts owner={userId} />
      <CaseList title={words.unsaved.list} cases={cases.filter(({ id }) => unsaved.has(id))} hideEmpty />
      <CaseList title={level ? words.workbench.approval : words.workbench.todo} cases={mine} />
      <CaseList title={words.workbench.recent} cases={cases.slice(0, 12)} />
    </div>
  )
}

/** Statuses in which a case waits for somebody at the desk. */
const atTheDesk: readonly CaseStatus[] = [
  'approved',
  'returned',
  'awaiting-comparison',
  'investigating',
  'issued',
  'supplementing',
]

/** Whether a refused step of it was handed to this person. */
function isHandedTo({ handedRefusals = [] }: CaseFile, person: Actor): boolean {
  return handedRefusals.some(({ to }) => isSamePerson(to, person))
}

/** Past the working day that the receipt promised. */
function isOverdue(caseFile: CaseFile, day: PlainDate): boolean {
  const caseType = findCaseType(caseFile.caseType)
  return caseType !== undefined && workingDaysOverdue(caseType, caseFile, day) > 0
}

interface CaseListProps {
  readonly title: string
  readonly cases: readonly CaseFile[]
  readonly hideEmpty?: boolean
}

function CaseList({ title, cases, hideEmpty }: CaseListProps) {
  if (hideEmpty && cases.length === 0) return null
  return (
    <Card size="small" className="block" title={`${title}（${cases.length}）`}>
      <Table<CaseFile>
        size="small"
        rowKey="id"
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...cases]}
        locale={{ emptyText: words.workbench.empty }}
        onRow={(row) => ({
          tabIndex: 0,
          onClick: () => goTo({ screen: 'case', caseId: row.id }),
          onKeyDown: (event) => event.key === 'Enter' && goTo({ screen: 'case', caseId: row.id }),
        })}
        columns={[
          { title: words.case.number, dataIndex: 'number', width: 230 },
          { title: '事项', render: (_, row) => findCaseType(row.caseType)?.name, width: 180 },
          { title: words.case.subject, render: (_, row) => findCaseType(row.caseType)?.subject(row.form) },
          { title: '状态', render: (_, row) => <StateTag state={caseStatusWords[row.status]} />, width: 130 },
          {
            title: words.holding.column,
            render: (_, { holding }) => (holding ? holdingInWords(holding) : ''),
            width: 200,
          },
          { title: '时间', render: (_, row) => dayAndTimeInChina(row.changedAt), width: 170 },
        ]}
      />
    </Card>
  )
}

/** A clerk's own drafts. One that is thrown away can be had back until the next is. */
function Drafts({ owner }: { readonly owner: string }) {
  const { store } = useDesk()
  const drafts = useDrafts(store, owner) ?? []
  const [dropped, setDropped] = useState<Draft>()
  const drop = async (draft: Draft) => {
    await store.write(() => ({ kind: 'draft-dropped', id: draft.id }))
    setDropped(draft)
  }
  const undo = async (draft: Draft) => {
    await store.write(() => ({ kind: 'draft-saved', draft }))
    setDropped(undefined)
  }
  if (drafts.length === 0 && !dropped) return null
  return (
    <Card size="small" className="block" title={`${words.workbench.drafts}（${drafts.length}）`}>
      {dropped ? (
        <p>
          {words.workbench.dropped} <Button onClick={() => void undo(dropped)}>{words.workbench.undo}</Button>
        </p>
      ) : null}
      <Table<Draft>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...drafts]}
        columns={[
          { title: '事项', render: (_, row) => findCaseType(row.caseType)?.name },
          { title: words.case.subject, render: (_, row) => findCaseType(row.caseType)?.subject(row.facts) },
          { title: '上次填写', render: (_, row) => dayAndTimeInChina(row.changedAt) },
          {
            title: '',
            render: (_, row) => (
              <>
                <Button size="small" type="link" onClick={() => goTo({ screen: 'draft', draftId: row.id })}>
                  {words.workbench.openDraft}
                </Button>
                <Button size="small" type="link" onClick={() => void drop(row)}>
                  {words.workbench.dropDraft}
                </Button>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
