import { Button, Card, Space, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Refusal } from '../../../shared/base/outcome.ts'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import { differencesOf, type Difference } from '../../../shared/cases/compare-moments.ts'
import { recordDifferencesOf } from '../../../shared/cases/compare-records.ts'
import { caseStatusWords } from '../../../shared/cases/states.ts'
import type { User } from '../../../shared/people/user.ts'
import { useColleagues } from '../../desk/use-colleagues.ts'
import { now, useActor, useDesk, useRecordStep } from '../../desk/desk.tsx'
import { useIsGhost, useOpenRefusals, type RefusedAction } from '../../local/hooks.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { ColleaguePicker } from './colleague-picker.tsx'
import { showFact } from './facts-table.tsx'
import { NamedInput } from '../../ui/named-input.tsx'

interface Props {
  readonly caseFile: CaseFile
  readonly caseType: CaseType
}

/** What the city refused of this case and nobody has decided on yet, each with the three versions side by side. */
export function RefusalPanel({ caseFile, caseType }: Props) {
  const { store } = useDesk()
  const isGhost = useIsGhost(store, caseFile.id)
  const open = (useOpenRefusals(store) ?? []).filter(({ action }) => action.caseId === caseFile.id)
  const city = isGhost ? undefined : caseFile
  return open.map((item) => <OneRefusal key={item.action.id} item={item} caseType={caseType} city={city} />)
}

interface OneProps {
  readonly item: RefusedAction
  readonly caseType: CaseType
  readonly city: CaseFile | undefined
}

function OneRefusal({ item, caseType, city }: OneProps) {
  const { action, receipt } = item
  const step = caseType.steps[action.step]?.name ?? action.step
  const usedSheet = receipt.mine?.records.some(
    ({ kind }) => kind === 'certificate' || kind === 'move-in-permit',
  )
  return (
    <Card
      size="small"
      className="block question"
      title={words.refusal.title(step)}
      data-refusal={action.step}
    >
      <Refusals refusals={receipt.refusals} />
      <p className="quiet">
        {action.by.name} {dayAndTimeInChina(action.at)}
      </p>
      {city ? null : <p>{words.refusal.ghost}</p>}
      {usedSheet ? <p>{words.refusal.paper}</p> : null}
      {city ? <ThreeVersions item={item} caseType={caseType} city={city} /> : null}
      {receipt.assigned ? (
        <p>{words.refusal.handed(receipt.assigned.to, receipt.assigned.by, receipt.assigned.note)}</p>
      ) : null}
      <Decide item={item} />
    </Card>
  )
}

function statusOf(caseFile: CaseFile | undefined): string {
  return caseFile ? caseStatusWords[caseFile.status].word : words.refusal.none
}

/** An item of the form, or of a record beside it, as each version has it. */
interface VersionRow {
  readonly name: string
  readonly item: string
  readonly base: ReactNode
  readonly mine: ReactNode
  readonly city: ReactNode
}

/** Mine, the city's and the common base; only what differs. Without the city's there is nothing to compare: the case itself is mine. */
function ThreeVersions({ item: { receipt }, caseType, city }: OneProps) {
  const { store } = useDesk()
  const base = receipt.base?.caseFile
  const mine = receipt.mine?.caseFile
  const keys = [...(receipt.base?.records ?? []), ...(receipt.mine?.records ?? [])].map(({ key }) => key)
  const inRegister = recordDifferencesOf({
    base: receipt.base?.records ?? [],
    mine: receipt.mine?.records ?? [],
    city: store.register.view(keys),
  })
  const rows: VersionRow[] = [
    ...differencesOf(caseType, { base, mine, city }).map((row) => ({
      name: row.name,
      item: row.field.label,
      base: shown(row, row.base),
      mine: shown(row, row.mine),
      city: shown(row, row.city),
    })),
    ...inRegister.map((row) => ({
      name: `${row.key}/${row.item}`,
      item: words.refusal.ofRecord(row.record, row.item),
      base: row.base ?? words.refusal.none,
      mine: row.mine ?? words.refusal.none,
      city: row.city ?? words.refusal.none,
    })),
  ]
  return (
    <>
      <Space className="quiet block" orientation="vertical" size={0}>
        <span>
          {words.refusal.status} {words.refusal.base}：{statusOf(base)}
          <LastHand caseFile={base} caseType={caseType} />
        </span>
        <span>
          {words.refusal.mine}：{statusOf(mine)}
          <LastHand caseFile={mine} caseType={caseType} />
        </span>
        <span>
          {words.refusal.city}：{statusOf(city)}
          <LastHand caseFile={city} caseType={caseType} />
        </span>
      </Space>
      {rows.length === 0 ? (
        <p className="quiet">{words.refusal.same}</p>
      ) : (
        <Table<VersionRow>
          size="small"
          rowKey="name"
          pagination={false}
          dataSource={rows}
          columns={[
            { title: words.refusal.item, dataIndex: 'item', width: 200 },
            { title: words.refusal.base, dataIndex: 'base' },
            { title: words.refusal.mine, dataIndex: 'mine' },
            { title: words.refusal.city, dataIndex: 'city' },
          ]}
        />
      )}
    </>
  )
}

interface LastHandProps {
  readonly caseFile: CaseFile | undefined
  readonly caseType: CaseType
}

/** Who took a version's last step, and when. */
function LastHand({ caseFile, caseType }: LastHandProps) {
  const last = caseFile?.steps.at(-1)
  if (!last) return null
  const step = caseType.steps[last.step]?.name ?? last.step
  return (
    <span>
      （{last.by.name} {step} {dayAndTimeInChina(last.at)}）
    </span>
  )
}

function shown({ field }: Difference, value: unknown): ReactNode {
  return value === undefined ? words.refusal.none : showFact(field, value)
}

/** Keep mine (said again on what stands now), take the city's, or hand it to a colleague. */
function Decide({ item: { action } }: { readonly item: RefusedAction }) {
  const { store } = useDesk()
  const actor = useActor()
  const record = useRecordStep()
  const [note, setNote] = useState('')
  const [to, setTo] = useState<string>()
  const colleagues = useColleagues()
  const colleague = colleagues.find(({ id }) => id === to)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const noted = (said: string) => ({ id: action.id, by: actor.name, note: said, at: now() })
  const sayAgain = async () => {
    const { caseType, caseId, step, facts } = action
    const again = await record({
      caseType,
      caseId,
      step,
      facts,
      closes: noted(note || words.refusal.againNote),
    })
    setRefusals(again.ok ? [] : again.refusals)
  }
  const close = () => store.write(() => ({ kind: 'refusal-closed', ...noted(note) }))
  const hand = ({ id, name }: User) =>
    store.write(() => ({ kind: 'refusal-assigned', ...noted(note), to: name, toUserId: id }))
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <Refusals refusals={refusals} />
      <NamedInput name={words.refusal.how} value={note} tell={setNote} />
      <Space wrap>
        <Button onClick={() => void sayAgain()}>{words.refusal.again}</Button>
        <Button disabled={note === ''} onClick={() => void close()}>
          {words.refusal.close}
        </Button>
        <ColleaguePicker label={words.refusal.to} people={colleagues} value={to} onChange={setTo} />
        <Button disabled={note === '' || !colleague} onClick={() => colleague && void hand(colleague)}>
          {words.refusal.hand}
        </Button>
      </Space>
    </Space>
  )
}
