import { Space, Table } from 'antd'
import type { ReactNode } from 'react'
import type { CaseFile, ComparedMoment, StepTaken } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import { differencesOf, type Difference } from '../../../shared/cases/compare-moments.ts'
import { recordDifferencesOf } from '../../../shared/cases/compare-records.ts'
import { refusalSteps } from '../../../shared/cases/standard-steps/refusal-steps.ts'
import { caseStatusWords } from '../../../shared/cases/states.ts'
import { useDesk } from '../../desk/desk.tsx'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { words } from '../../words/index.ts'
import { showFact } from './facts-table.tsx'

interface Props {
  readonly base: ComparedMoment | undefined
  readonly mine: ComparedMoment | undefined
  readonly city: CaseFile
  readonly caseType: CaseType
  /** What the refused version is called: this machine's, or another's by its name. */
  readonly mineInWords: string
}

/** An item of the form, or of a record beside it, as each version has it. */
interface VersionRow {
  readonly name: string
  readonly item: string
  readonly base: ReactNode
  readonly mine: ReactNode
  readonly city: ReactNode
}

/** The refused version, the city's and the common base; only what differs. */
export function ThreeVersions({ base, mine, city, caseType, mineInWords }: Props) {
  const { store } = useDesk()
  const keys = [...(base?.records ?? []), ...(mine?.records ?? [])].map(({ key }) => key)
  const inRegister = recordDifferencesOf({
    base: base?.records ?? [],
    mine: mine?.records ?? [],
    city: store.register.view(keys),
  })
  const inForm = differencesOf(caseType, { base: base?.caseFile, mine: mine?.caseFile, city })
  const rows: VersionRow[] = [
    ...inForm.map((row) => ({
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
          {words.refusal.status} {words.refusal.base}：
          <Standing at={base?.caseFile} last={base?.caseFile?.last} caseType={caseType} />
        </span>
        <span>
          {mineInWords}：
          <Standing at={mine?.caseFile} last={mine?.caseFile?.last} caseType={caseType} />
        </span>
        <span>
          {words.refusal.city}：
          <Standing at={city} last={lastOnTheCase(city)} caseType={caseType} />
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
            { title: mineInWords, dataIndex: 'mine' },
            { title: words.refusal.city, dataIndex: 'city' },
          ]}
        />
      )}
    </>
  )
}

/** That a refusal was handed over or settled changed nothing of what is compared. */
function lastOnTheCase({ steps }: CaseFile): StepTaken | undefined {
  return steps.findLast(({ step }) => !(step in refusalSteps))
}

interface StandingProps {
  readonly at: Pick<CaseFile, 'status'> | undefined
  readonly last: StepTaken | undefined
  readonly caseType: CaseType
}

/** Where a version of the case stands, who took its last step, and when. */
function Standing({ at, last, caseType }: StandingProps) {
  const status = at ? caseStatusWords[at.status].word : words.refusal.none
  if (!last) return <span>{status}</span>
  const step = caseType.steps[last.step]?.name ?? last.step
  return (
    <span>
      {status}（{last.by.name} {step} {dayAndTimeInChina(last.at)}）
    </span>
  )
}

function shown({ field }: Difference, value: unknown): ReactNode {
  return value === undefined ? words.refusal.none : showFact(field, value)
}
