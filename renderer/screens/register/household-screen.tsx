import { Alert, Card, Descriptions } from 'antd'
import { dateInChinese } from '../../../shared/base/plain-date.ts'
import { addressInWords } from '../../../shared/people/address.ts'
import { householdKey, type HouseholdRecord } from '../../../shared/people/household.ts'
import { residentKey } from '../../../shared/people/resident.ts'
import type { RegisterExtract } from '../../../shared/statistics/register-extract.ts'
import { bucketNames, bucketOn } from '../../../shared/statistics/urban-rural-bucket.ts'
import { today } from '../../desk/desk.tsx'
import { goBack } from '../../session/session.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { words } from '../../words/index.ts'
import { CollectivePanel } from './collective-panel.tsx'
import { HistoryTable } from './history-table.tsx'
import { MembersTable } from './members-table.tsx'
import { RegisterGate } from './register-gate.tsx'
import { useRegisterExtract } from './use-register-extract.ts'

/** A household as its booklet: the head page, the members' cards in their order, and what was ever changed. */
export function HouseholdScreen({ number }: { readonly number: string }) {
  useKeys({ Escape: goBack })
  return (
    <RegisterGate seen={householdKey(number)}>
      <Page number={number} />
    </RegisterGate>
  )
}

function Page({ number }: { readonly number: string }) {
  const extract = useRegisterExtract()
  const household = extract.households.get(number)
  if (!household) return <Alert type="info" title={words.register.notFound} />
  const { collective, entries = [] } = household
  const members = extract.members.get(number) ?? []
  return (
    <div className={collective ? 'two screen' : 'screen'}>
      <div>
        <HeadPage household={household} extract={extract} />
        <Card size="small" className="block" title={`${words.register.members}（${registered(members)}）`}>
          <MembersTable members={members} />
        </Card>
        <HistoryTable entries={entries} />
      </div>
      {collective ? <CollectivePanel collective={collective} extract={extract} /> : null}
    </div>
  )
}

function registered(members: RegisterExtract['people']): number {
  return members.filter(({ status }) => status === 'registered').length
}

function HeadPage({
  household,
  extract,
}: {
  readonly household: HouseholdRecord
  readonly extract: RegisterExtract
}) {
  const { number, householdKind, headPersonId, address, committee, collective } = household
  const head = extract.personByKey.get(residentKey(headPersonId))
  const bucket = bucketOn(household, extract.localities, today())
  const items = [
    ['户别', words.register.nature[householdKind]],
    ['户主姓名', head?.name ?? (collective?.headName || words.register.noHead)],
    ['户号', number],
    ['住址', addressInWords(address)],
    ['居（村）委会', committee || words.none],
    [words.register.bucket, bucket === 'unsettled' ? words.register.bucketUnknown : bucketNames[bucket]],
  ] as const
  return (
    <Card
      size="small"
      className="block"
      title={words.register.book}
      extra={<Standing household={household} />}
    >
      <Descriptions
        size="small"
        column={2}
        items={items.map(([label, children]) => ({ key: label, label, children }))}
      />
    </Card>
  )
}

function Standing({ household: { withdrawnOn } }: { readonly household: HouseholdRecord }) {
  return withdrawnOn ? (
    <StateTag
      state={{
        word: words.register.withdrawn(dateInChinese(withdrawnOn)),
        shape: 'cross',
        tone: 'bad',
      }}
    />
  ) : (
    <StateTag state={{ word: words.register.standing, shape: 'dot', tone: 'good' }} />
  )
}
