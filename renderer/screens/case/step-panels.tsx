import { Button, Card, ConfigProvider } from 'antd'
import type { Refusal } from '../../../shared/base/outcome.ts'
import type { Action } from '../../../shared/cases/action.ts'
import { askedFacts, isAsked, type Field } from '../../../shared/cases/fields.ts'
import type { Step, StepPanel } from '../../../shared/cases/step.ts'
import { permits, roleNames, rolesWith } from '../../../shared/people/role.ts'
import { useActor, useDesk } from '../../desk/desk.tsx'
import { FieldInput, halfTypedIn } from '../../fields/field-input.tsx'
import {
  answered,
  changedMeanwhile,
  factsOver,
  followCase,
  keepOwn,
  type ActDraft,
} from '../../local/act-draft.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { moveBetweenFields } from '../../ui/focus.ts'
import { words } from '../../words/index.ts'
import { ChangedField } from './changed-field.tsx'
import { ActState } from './typed-text.tsx'
import { useAct, type Act } from './use-act.ts'
import type { CaseProps } from './use-step.ts'

/** The acts that a case type brings with it: each a small form with one button, drawn from the step itself. */
export function StepPanels({ caseFile, caseType }: CaseProps) {
  const { role } = useActor()
  const acts = Object.entries(caseType.steps).flatMap(([name, step]) =>
    step.panel && step.from.includes(caseFile.status) ? [{ name, step, panel: step.panel }] : [],
  )
  return acts.map(({ name, step, panel }) =>
    permits(role, step.permission) ? (
      <ActPanel
        key={name}
        stepName={name}
        step={step}
        panel={panel}
        caseFile={caseFile}
        caseType={caseType}
      />
    ) : (
      <Card key={name} size="small" className="block">
        <span className="quiet">
          “{step.name}”由
          {rolesWith(step.permission)
            .map((each) => roleNames[each])
            .join('、')}
          办理。
        </span>
      </Card>
    ),
  )
}

interface ActProps extends CaseProps {
  readonly stepName: string
  readonly step: Step
  readonly panel: StepPanel
}

function ActPanel(props: ActProps) {
  const act = useAct(props, props.stepName)
  return act ? <OpenActPanel {...props} act={act} /> : null
}

function OpenActPanel({ act, stepName, step, panel, caseFile, caseType }: ActProps & { readonly act: Act }) {
  const { station } = useDesk()
  const { draft, edit } = act
  const { fields } = panel
  const said = panel.startsFromForm ? caseFile.form : {}
  const context = panel.startsFromForm
    ? factsOver(caseFile.form, draft)
    : { ...caseFile.form, ...factsOver({}, draft) }
  const asked = Object.entries(fields).filter(([, field]) => isAsked(field, context))
  const changed = changedMeanwhile(draft, said)
  const takeStep = () => {
    const against = asked.flatMap(([name, field]) => reasonsToWait(name, field, draft, changed))
    if (against.length > 0) return act.refuse(...against)
    const form = askedFacts(fields, factsOver(said, draft), context) as Action['facts']
    void act.take(stepName, { form, stationName: station.name }, caseFile)
  }
  return (
    <Card size="small" className="block" title={panel.title} extra={<ActState act={act} />}>
      {panel.explain ? <p className="quiet">{panel.explain}</p> : null}
      <form
        aria-label={panel.title}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.defaultPrevented || event.target instanceof HTMLTextAreaElement)
            return
          event.preventDefault()
          moveBetweenFields(event.currentTarget, event.shiftKey)
        }}
      >
        <ConfigProvider componentDisabled={act.busy}>
          {asked.map(([name, field]) => (
            <div key={name}>
              <FieldInput
                name={name}
                field={field}
                facts={context}
                typed={draft.typed[name]}
                change={(_name, value, typed) =>
                  edit((before, at) => answered(before, { name, value, typed }, said, at))
                }
              />
              {changed.includes(name) ? (
                <ChangedField
                  name={name}
                  field={field}
                  caseFile={caseFile}
                  caseType={caseType}
                  takeTheirs={() => edit((before, at) => followCase(before, name, at))}
                  keepOwn={() => edit((before, at) => keepOwn(before, name, said, at))}
                />
              ) : null}
            </div>
          ))}
        </ConfigProvider>
      </form>
      {/* Beside the button that was pressed: the form may be longer than the screen. */}
      <Refusals refusals={act.refusals} />
      <Button type="primary" loading={act.busy} onClick={takeStep}>
        {step.name}
      </Button>
    </Card>
  )
}

/** What the clerk settles first: nothing that is typed is dropped, and nothing that a colleague found is overwritten unseen. */
function reasonsToWait(
  name: string,
  field: Field,
  { facts, typed }: ActDraft,
  changed: readonly string[],
): Refusal[] {
  const against: Refusal[] = []
  if (changed.includes(name))
    against.push({ code: 'changed-meanwhile', field: name, message: words.unsaved.decide(field.label) })
  if (halfTypedIn(field, facts[name], typed[name]).length > 0)
    against.push({ code: 'half-typed', field: name, message: words.unsaved.halfTyped(field.label) })
  return against
}
