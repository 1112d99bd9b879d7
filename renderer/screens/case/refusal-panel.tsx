import { Card } from 'antd'
import { jsonObjectSchema } from '../../../shared/base/json-value.ts'
import type { CaseFile, HandedRefusal, RefusedStep } from '../../../shared/cases/case-file.ts'
import { asCaseworker } from '../../../shared/cases/holding.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import { refusalSteps } from '../../../shared/cases/standard-steps/refusal-steps.ts'
import { permits } from '../../../shared/people/role.ts'
import type { User } from '../../../shared/people/user.ts'
import { now, useActor, useDesk, useRecordStep } from '../../desk/desk.tsx'
import { asHanded } from '../../local/handed-refusals.ts'
import { useIsGhost, useOpenRefusals, type RefusedAction } from '../../local/hooks.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { DecideRefusal, type WaysOut } from './decide-refusal.tsx'
import { ThreeVersions } from './three-versions.tsx'

interface Props {
  readonly caseFile: CaseFile
  readonly caseType: CaseType
}

/** What the city refused of this case and nobody has decided on yet, here or handed to somebody, with the three versions. */
export function RefusalPanel({ caseFile, caseType }: Props) {
  const { store } = useDesk()
  const isGhost = useIsGhost(store, caseFile.id)
  const open = (useOpenRefusals(store) ?? []).filter(({ action }) => action.caseId === caseFile.id)
  const city = isGhost ? undefined : caseFile
  const handed = city?.handedRefusals ?? []
  return (
    <>
      {handed.map((item) => (
        <HandedOne key={item.refused.id} item={item} caseType={caseType} city={caseFile} />
      ))}
      {open.map((item) => (
        <OneRefusal key={item.action.id} item={item} caseType={caseType} city={city} />
      ))}
    </>
  )
}

interface OneProps {
  readonly item: RefusedAction
  readonly caseType: CaseType
  readonly city: CaseFile | undefined
}

/** Refused on this machine. */
function OneRefusal({ item, caseType, city }: OneProps) {
  const { action, receipt } = item
  const { assigned, cameBack } = receipt
  const ways = useOwnWays(item, city)
  const { base, mine } = asHanded(action, receipt)
  return (
    <Card
      size="small"
      className="block question"
      title={words.refusal.title(stepName(caseType, action.step))}
      data-refusal={action.step}
    >
      <Refusals refusals={receipt.refusals} />
      <p className="quiet">
        {action.by.name} {dayAndTimeInChina(action.at)}
      </p>
      {cameBack ? (
        <>
          <p>{words.refusal.cameBack}</p>
          <Refusals refusals={cameBack} />
        </>
      ) : null}
      {city ? null : <p>{words.refusal.ghost}</p>}
      {usedSheet(mine) ? <p>{words.refusal.paper}</p> : null}
      {city ? (
        <ThreeVersions
          base={base}
          mine={mine}
          city={city}
          caseType={caseType}
          mineInWords={words.refusal.mine}
        />
      ) : null}
      {assigned ? <p>{words.refusal.handed(assigned.to, assigned.by, assigned.note)}</p> : null}
      {city ? null : <p className="quiet">{words.refusal.ghostHand}</p>}
      <DecideRefusal ways={ways} againInWords={words.refusal.again} />
    </Card>
  )
}

function stepName(caseType: CaseType, step: string): string {
  return caseType.steps[step]?.name ?? step
}

function usedSheet(mine: RefusedStep['mine']): boolean {
  return mine?.records.some(({ kind }) => kind === 'certificate' || kind === 'move-in-permit') ?? false
}

/** Handed over it is a step of its case and reaches every machine; a case that the city never took has no steps. */
function useOwnWays({ action, receipt }: RefusedAction, city: CaseFile | undefined): WaysOut {
  const { store } = useDesk()
  const actor = useActor()
  const record = useRecordStep()
  const { id, caseType, caseId, step, facts } = action
  const noted = (note: string) => ({ id, by: actor.name, note, at: now() })
  const handHere = (to: User, note: string) =>
    store.write(() => ({ kind: 'refusal-assigned', ...noted(note), to: to.name, toUserId: to.id }))
  const handToAll = (to: User, note: string) => {
    const said = { content: asHanded(action, receipt), caseworker: asCaseworker(to), note }
    return record({ caseType, caseId, step: 'handRefusal', facts: jsonObjectSchema.parse(said) })
  }
  return {
    again: (note) => record({ caseType, caseId, step, facts, closes: noted(note) }),
    close: (note) => store.write(() => ({ kind: 'refusal-closed', ...noted(note) })),
    hand: city ? (step in refusalSteps ? undefined : handToAll) : handHere,
  }
}

interface HandedProps {
  readonly item: HandedRefusal
  readonly caseType: CaseType
  readonly city: CaseFile
}

/** Refused on some machine of the station and handed to somebody; whoever is at it may decide. */
function HandedOne({ item, caseType, city }: HandedProps) {
  const { profile } = useDesk()
  const { role } = useActor()
  const { refused, refusals, base, mine, to, by, at, note } = item
  const ways = useHandedWays(item, city)
  const isHere = refused.device === profile.device
  const mineInWords = isHere ? words.refusal.mine : words.refusal.mineAt(refused.device)
  const paper = isHere ? words.refusal.paper : words.refusal.paperAt(refused.device)
  return (
    <Card
      size="small"
      className="block question"
      title={words.refusal.handedTitle(stepName(caseType, refused.step), to.name)}
      data-handed-refusal={refused.step}
    >
      <Refusals refusals={refusals} />
      <p className="quiet">
        {refused.by.name} {words.refusal.at(refused.device)} {dayAndTimeInChina(refused.at)}
      </p>
      <p>
        {words.refusal.handed(to.name, by, note)} <span className="quiet">{dayAndTimeInChina(at)}</span>
      </p>
      {usedSheet(mine) ? <p>{paper}</p> : null}
      <ThreeVersions base={base} mine={mine} city={city} caseType={caseType} mineInWords={mineInWords} />
      {permits(role, 'hold-case') ? (
        <DecideRefusal
          ways={ways}
          againInWords={isHere ? words.refusal.again : words.refusal.againAt(refused.device)}
        />
      ) : (
        <p className="quiet">{words.refusal.notYours}</p>
      )}
    </Card>
  )
}

function useHandedWays({ refused, actionId }: HandedRefusal, { id: caseId, caseType }: CaseFile): WaysOut {
  const record = useRecordStep()
  const { id, step, facts } = refused
  return {
    again: (note) => record({ caseType, caseId, step, facts, settles: { id, note } }),
    close: (note) => record({ caseType, caseId, step: 'settleRefusal', facts: { id, note } }),
    hand: (to, note) =>
      record({
        caseType,
        caseId,
        step: 'handRefusal',
        facts: { id, instead: actionId, caseworker: asCaseworker(to), note },
      }),
  }
}
