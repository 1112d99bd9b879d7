import './register.css'
import { Alert, Button, Card } from 'antd'
import { dateInChinese } from '../../../shared/base/plain-date.ts'
import { householdKey } from '../../../shared/people/household.ts'
import { cancelCauseNames, residentKey, type ResidentRecord } from '../../../shared/people/resident.ts'
import { permits } from '../../../shared/people/role.ts'
import { useActor } from '../../desk/desk.tsx'
import { goBack, goTo } from '../../session/session.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { words } from '../../words/index.ts'
import { CaseLink } from './case-link.tsx'
import { HistoryTable } from './history-table.tsx'
import { MembersTable } from './members-table.tsx'
import { PersonItems } from './person-items.tsx'
import { RegisterGate } from './register-gate.tsx'
import { RelationsPanel } from './relations-panel.tsx'
import { ResidentStatusTag } from './resident-status-tag.tsx'
import { useRegisterExtract } from './use-register-extract.ts'

/** One person's page: every item, the status and where it came from, kin, household, and what was ever changed. */
export function PersonScreen({ personId }: { readonly personId: string }) {
  useKeys({ Escape: goBack })
  return (
    <RegisterGate seen={residentKey(personId)}>
      <Page personId={personId} />
    </RegisterGate>
  )
}

function Page({ personId }: { readonly personId: string }) {
  const extract = useRegisterExtract()
  const person = extract.personByKey.get(residentKey(personId))
  if (!person) return <Alert type="info" title={words.register.notFound} />
  const { householdNumber } = person
  const household = extract.households.get(householdNumber)
  return (
    <div className="two screen">
      <div>
        <Card size="small" className="block" title={person.name} extra={<Status person={person} />}>
          <PersonItems person={person} columns={2} />
          <OwnRecordButton personId={personId} />
        </Card>
        <HistoryTable entries={person.entries ?? []} />
      </div>
      <div>
        <Card
          size="small"
          className="block"
          title={words.register.household}
          extra={
            <Button
              autoFocus
              size="small"
              data-household={householdKey(householdNumber)}
              disabled={!household}
              onClick={() => goTo({ screen: 'household', number: householdNumber })}
            >
              {words.register.openHousehold} {householdNumber}
            </Button>
          }
        >
          <MembersTable members={extract.members.get(householdNumber) ?? []} isShort here={person} />
        </Card>
        <RelationsPanel person={person} extract={extract} />
      </div>
    </div>
  )
}

/** The way to the paper that the person may ask for. */
function OwnRecordButton({ personId }: { readonly personId: string }) {
  const { role } = useActor()
  if (!permits(role, 'give-own-record')) return null
  return (
    <Button className="apart" onClick={() => goTo({ screen: 'own-record', personId })}>
      {words.duties.ownRecord.open}
    </Button>
  )
}

/** The status, since when, why and by which case. */
function Status({ person }: { readonly person: ResidentRecord }) {
  const { statusOn, statusCause, statusCase, entries = [] } = person
  const number = entries.findLast(({ caseId }) => caseId === statusCase)?.caseNumber ?? ''
  return (
    <span data-status={person.status} className="status-line">
      <ResidentStatusTag person={person} />
      {statusOn ? <span className="quiet">{words.register.since(dateInChinese(statusOn))}</span> : null}
      {statusCause ? (
        <span>
          {words.register.cause}：{cancelCauseNames[statusCause]}
        </span>
      ) : null}
      {statusCase ? <CaseLink caseId={statusCase} label={number} /> : null}
    </span>
  )
}
