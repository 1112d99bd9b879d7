import { Button, Space } from 'antd'
import type { Action, Actor } from '../../../shared/cases/action.ts'
import { textInOrder } from '../../../shared/base/text-in-order.ts'
import type { CaseFile } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import type { Field } from '../../../shared/cases/fields.ts'
import { useDesk } from '../../desk/desk.tsx'
import { useCaseHistory } from '../../local/hooks.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { words } from '../../words/index.ts'
import { showFact } from './facts-table.tsx'

interface Props {
  readonly name: string
  readonly field: Field
  readonly caseFile: CaseFile
  readonly caseType: CaseType
  readonly takeTheirs: () => void
  readonly keepOwn: () => void
}

/** Under a field that the case was changed in while it was being typed: who made it what, and the two ways on. */
export function ChangedField({ name, field, caseFile, caseType, takeTheirs, keepOwn }: Props) {
  const { store } = useDesk()
  const history = useCaseHistory(store, caseFile.id) ?? []
  const actions = history.map(({ action }) => action)
  const last = lastChangeOf(name, actions, caseFile, caseType)
  const value = caseFile.form[name]
  return (
    <div className="field changed" role="alert" data-changed={name}>
      <span />
      <div>
        {last
          ? words.unsaved.changed(last.by.name, dayAndTimeInChina(last.at))
          : words.unsaved.changedBySomebody}
        <strong>{value === undefined ? words.unsaved.none : showFact(field, value)}</strong>
        <Space>
          <Button size="small" onClick={takeTheirs}>
            {words.unsaved.takeTheirs}
          </Button>
          <Button size="small" onClick={keepOwn}>
            {words.unsaved.keepOwn}
          </Button>
        </Space>
      </div>
    </div>
  )
}

/** Who gave the field another value last, and when, by the steps that hand in the case's form. */
function lastChangeOf(
  name: string,
  actions: readonly Action[],
  { steps }: CaseFile,
  caseType: CaseType,
): { readonly by: Actor; readonly at: string } | undefined {
  const byId = new Map(actions.map((action) => [action.id, action]))
  let before = ''
  let last: { readonly by: Actor; readonly at: string } | undefined
  for (const { actionId, step, by, at } of steps) {
    const { panel } = caseType.steps[step] ?? {}
    const form = byId.get(actionId)?.facts['form']
    // An act's own questions are no part of the case's form.
    if ((panel && !panel.startsFromForm) || typeof form !== 'object' || form === null || Array.isArray(form))
      continue
    const given = textInOrder(form[name])
    if (given !== before) last = { by, at }
    before = given
  }
  return last
}
