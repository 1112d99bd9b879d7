import { Button, Card, Flex, Input, Modal, Space, Tabs } from 'antd'
import { useState } from 'react'
import { v4 as uuid } from 'uuid'
import type { Refusal } from '../../../shared/base/outcome.ts'
import { askedFacts, isAsked, missingFacts, type PartialFacts } from '../../../shared/cases/fields.ts'
import { findCaseType } from '../../../shared/cases/registry.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import type { Action } from '../../../shared/cases/action.ts'
import { judge, judgedOn, type Judgement } from '../../../shared/policy/judge.ts'
import { settingAt } from '../../../shared/policy/rule.ts'
import { permits } from '../../../shared/people/role.ts'
import { today, useActor, useDesk, useRecordStep } from '../../desk/desk.tsx'
import { FieldInput } from '../../fields/field-input.tsx'
import { goBack, goTo } from '../../session/session.ts'
import { moveBetweenFields } from '../../ui/focus.ts'
import { JudgementPanel } from '../../ui/judgement-panel.tsx'
import { useKeys } from '../../ui/keyboard.ts'
import { MaterialsPanel } from '../../ui/materials-panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { BatchOfDrafts } from './batch-of-drafts.tsx'
import { DraftState } from './draft-state.tsx'
import { asRefusal } from './storage-fault.ts'
import { stepFor } from './turn-away-words.ts'
import { useDraftAttachments } from './use-draft-attachments.ts'
import { useOpenDraft, type OpenDraft } from './use-draft.ts'

export function DraftScreen({ draftId }: { readonly draftId: string }) {
  const open = useOpenDraft(draftId)
  const caseType = open && findCaseType(open.draft.caseType)
  return open && caseType ? <DraftForm open={open} caseType={caseType} /> : null
}

/** What the form comes to today, judged from what is asked and answered. */
function useJudgement(
  caseType: CaseType,
  facts: PartialFacts,
): { judgement: Judgement; missing: readonly string[] } {
  const { station } = useDesk()
  const asked = askedFacts(caseType.fields, facts)
  const setting = settingAt(station, today())
  return { judgement: judge(caseType.policy, asked, setting), missing: missingFacts(caseType.fields, asked) }
}

function DraftForm({ open, caseType }: { readonly open: OpenDraft; readonly caseType: CaseType }) {
  const { draft, change, saved } = open
  const { judgement, missing } = useJudgement(caseType, draft.facts)
  const [panel, setPanel] = useState('judgement')
  const submitting = useSubmit(open, caseType, judgement)
  const scans = useDraftAttachments(open)
  useKeys({
    F6: () => setPanel('materials'),
    F9: () => void submitting.submit(),
    Escape: goBack,
  })
  return (
    <div className="two screen">
      <form
        aria-label={caseType.name}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.defaultPrevented || event.target instanceof HTMLTextAreaElement)
            return
          event.preventDefault()
          moveBetweenFields(event.currentTarget, event.shiftKey)
        }}
      >
        <Refusals refusals={submitting.refusals} />
        {caseType.form.map((page) => (
          <Card key={page.title} size="small" title={page.title} className="block">
            {page.fields.map((name) => {
              const field = caseType.fields[name]
              if (!field || !isAsked(field, draft.facts)) return null
              return (
                <FieldInput
                  key={name}
                  name={name}
                  field={field}
                  facts={draft.facts}
                  typed={draft.typed[name]}
                  change={change}
                />
              )
            })}
          </Card>
        ))}
      </form>
      <div>
        <Card
          size="small"
          className="block"
          title={caseType.name}
          extra={<DraftState saved={saved} at={draft.changedAt} />}
        >
          <Flex vertical align="start" gap={8}>
            <SubmitButtons
              judgement={judgement}
              missing={missing}
              amends={draft.caseId !== undefined}
              submitting={submitting}
            />
            {caseType.batch && !draft.caseId ? (
              <BatchOfDrafts draft={draft} caseType={caseType} batch={caseType.batch} />
            ) : null}
          </Flex>
        </Card>
        <Card size="small">
          <Tabs
            activeKey={panel}
            onChange={setPanel}
            items={[
              {
                key: 'judgement',
                label: words.form.judgement,
                children: <JudgementPanel judgement={judgement} />,
              },
              {
                key: 'materials',
                label: `${words.form.materials}（F6）`,
                children: <MaterialsPanel caseType={caseType} facts={draft.facts} scans={scans} />,
              },
            ]}
          />
        </Card>
      </div>
    </div>
  )
}

interface Submitting {
  readonly refusals: readonly Refusal[]
  readonly busy: boolean
  readonly submit: (note?: string) => Promise<void>
}

/** Hands the form in: to the chief, or to whatever the rules come to. */
function useSubmit(open: OpenDraft, caseType: CaseType, judgement: Judgement): Submitting {
  const { station } = useDesk()
  const { role } = useActor()
  const record = useRecordStep()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const submit = async (note?: string) => {
    const { draft } = open
    const step = draft.caseId ? 'amend' : stepFor(judgement.conclusion)
    if (busy || !step) return
    if (!permits(role, 'accept-case'))
      return setRefusals([{ code: 'auxiliary', message: words.form.auxiliary }])
    if (step !== 'accept' && step !== 'amend' && note === undefined) return
    setBusy(true)
    open.finish()
    const form = askedFacts(caseType.fields, draft.facts)
    const said = step === 'accept' || step === 'amend' ? {} : { note: note ?? '' }
    const judged = judgedOn(judgement, today())
    const facts = { form, stationName: station.name, judged, ...said } as unknown as Action['facts']
    const caseId = draft.caseId ?? uuid()
    const { attachments = [], id: draftId } = draft
    const taken = { caseType: caseType.id, caseId, step, facts, draftId, attachments }
    const recorded = await record(taken).catch(asRefusal)
    setBusy(false)
    if (recorded.ok) return goTo({ screen: 'case', caseId })
    open.resume()
    setRefusals(recorded.refusals)
  }
  return { refusals, busy, submit }
}

interface Buttons {
  readonly judgement: Judgement
  readonly missing: readonly string[]
  readonly amends: boolean
  readonly submitting: Submitting
}

function SubmitButtons({ judgement, missing, amends, submitting }: Buttons) {
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const step = amends ? 'accept' : stepFor(judgement.conclusion)
  const ready = step === 'accept' && missing.length === 0
  const name =
    step === 'refer' ? words.form.refer : step === 'refuse' ? words.form.refuse : words.form.askForMore
  return (
    <Space wrap>
      <Button
        type="primary"
        disabled={!ready}
        loading={submitting.busy}
        onClick={() => void submitting.submit()}
      >
        {amends ? words.form.amend : words.form.submit}
      </Button>
      {step !== 'accept' && step !== undefined ? (
        <Button onClick={() => setAsking(true)}>{name}</Button>
      ) : null}
      {missing.length > 0 ? <span className="quiet">还有 {missing.length} 项没有填</span> : null}
      <Modal
        open={asking}
        title={name}
        okText={words.confirm}
        cancelText={words.cancel}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false)
          void submitting.submit(note)
        }}
      >
        <p className="quiet">不符合的条款和补救办法会印在告知单上。还要补充说明的，写在这里：</p>
        <Input.TextArea
          aria-label={words.form.note}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Modal>
    </Space>
  )
}
