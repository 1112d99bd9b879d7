import { Button, Card } from 'antd'
import { useState } from 'react'
import type { Action } from '../../../shared/cases/action.ts'
import { askedFacts, isAsked, type PartialFacts } from '../../../shared/cases/fields.ts'
import type { Step, StepPanel } from '../../../shared/cases/step.ts'
import { permits, roleNames, rolesWith } from '../../../shared/people/role.ts'
import { useActor, useDesk } from '../../desk/desk.tsx'
import { FieldInput } from '../../fields/field-input.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { moveBetweenFields } from '../../ui/focus.ts'
import { useStep, type CaseProps } from './use-step.ts'

/** The acts that a case type brings with it: each a small form with one button, drawn from the step itself. */
export function StepPanels({ caseFile, caseType }: CaseProps) {
  const { role } = useActor()
  const acts = Object.entries(caseType.steps).flatMap(([name, step]) =>
    step.panel && step.from.includes(caseFile.status) ? [{ name, step, panel: step.panel }] : [],
  )
  return acts.map(({ name, step, panel }) =>
    permits(role, step.permission) ? (
      <ActPanel
        key={`${name}/${caseFile.version}`}
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

function ActPanel({ stepName, step, panel, ...props }: ActProps) {
  const { station } = useDesk()
  const { take, refusals } = useStep(props)
  const [facts, setFacts] = useState<PartialFacts>(
    panel.startsFromForm ? askedFacts(panel.fields, props.caseFile.form, props.caseFile.form) : {},
  )
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const change = (name: string, value: unknown, raw?: string) => {
    setFacts(({ [name]: _before, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }))
    setTyped(({ [name]: _before, ...rest }) => (raw === undefined ? rest : { ...rest, [name]: raw }))
  }
  const context = { ...props.caseFile.form, ...facts }
  const act = () =>
    take(stepName, {
      form: askedFacts(panel.fields, facts, context) as Action['facts'],
      stationName: station.name,
    })
  return (
    <Card size="small" className="block" title={panel.title}>
      <Refusals refusals={refusals} />
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
        {Object.entries(panel.fields).map(([name, field]) =>
          isAsked(field, context) ? (
            <FieldInput
              key={name}
              name={name}
              field={field}
              facts={context}
              typed={typed[name]}
              change={change}
            />
          ) : null,
        )}
      </form>
      <Button type="primary" onClick={() => void act()}>
        {step.name}
      </Button>
    </Card>
  )
}
