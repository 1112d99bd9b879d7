import { Button, Card, Descriptions } from 'antd'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import type { Field } from '../../../shared/cases/fields.ts'
import { useActor, useDesk } from '../../desk/desk.tsx'
import { halfTypedIn } from '../../fields/field-input.tsx'
import type { ActDraft } from '../../local/act-draft.ts'
import { useActDrafts } from '../../local/hooks.ts'
import { words } from '../../words/index.ts'
import { showFact } from './facts-table.tsx'

interface Props {
  readonly caseFile: CaseFile
  readonly caseType: CaseType
  /** Whether the act has its place on the screen now, with what is typed for it. */
  readonly isOffered: (step: string) => boolean
}

/** What this clerk typed for acts that the case does not take now: it was ended, handed over, or waits for somebody. */
export function LeftOverPanel({ caseFile, caseType, isOffered }: Props) {
  const { store } = useDesk()
  const { userId } = useActor()
  const own = useActDrafts(store, userId) ?? []
  const left = own.filter(({ caseId, act }) => caseId === caseFile.id && !isOffered(act.step))
  return left.map((draft) => <LeftOver key={draft.id} draft={draft} caseType={caseType} />)
}

interface LeftOverProps {
  readonly draft: ActDraft
  readonly caseType: CaseType
}

function LeftOver({ draft, caseType }: LeftOverProps) {
  const { store } = useDesk()
  const step = caseType.steps[draft.act.step]
  const fields = step?.panel?.fields ?? {}
  const items = Object.keys(draft.act.seen).map((name) => ({
    key: name,
    label: fields[name]?.label ?? labelsOfTexts[name] ?? name,
    children: <Typed draft={draft} name={name} field={fields[name]} />,
  }))
  const drop = () => void store.write(() => ({ kind: 'draft-dropped', id: draft.id }))
  return (
    <Card
      size="small"
      className="block"
      title={`${words.unsaved.title}：${step?.panel?.title ?? step?.name ?? draft.act.step}`}
      extra={
        <Button size="small" onClick={drop}>
          {words.unsaved.drop}
        </Button>
      }
      data-left-over={draft.act.step}
    >
      <p className="quiet">{words.unsaved.cannot}</p>
      <Descriptions size="small" column={1} items={items} />
    </Card>
  )
}

interface TypedProps {
  readonly draft: ActDraft
  readonly name: string
  readonly field: Field | undefined
}

function Typed({ draft, name, field }: TypedProps) {
  const fact = draft.facts[name]
  if (!field) return <span>{String(fact)}</span>
  const half = halfTypedIn(field, fact, draft.typed[name])
  return (
    <div>
      {fact === undefined ? null : showFact(field, fact)}
      {half.join('、')}
      {fact === undefined && half.length === 0 ? words.unsaved.none : null}
    </div>
  )
}

/** Texts of acts that have no form of fields. */
const labelsOfTexts: Readonly<Record<string, string>> = {
  note: words.form.note,
  opinion: words.case.opinion,
  reason: words.case.reason,
  receivedBy: words.case.receivedBy,
}
