import { Card, Descriptions, Table } from 'antd'
import { dateInChinese } from '../../../shared/base/plain-date.ts'
import { maskCitizenId } from '../../../shared/people/citizen-id.ts'
import { collectiveKindNames, type Collective } from '../../../shared/people/household.ts'
import { residentKey } from '../../../shared/people/resident.ts'
import type { RegisterExtract } from '../../../shared/statistics/register-extract.ts'
import type { StateWord } from '../../../shared/cases/states.ts'
import { today } from '../../desk/desk.tsx'
import { goTo } from '../../session/session.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { words } from '../../words/index.ts'

interface CollectivePanelProps {
  readonly collective: Collective
  readonly extract: RegisterExtract
}

const looks: Readonly<Record<Collective['state'], Omit<StateWord, 'word'>>> = {
  normal: { shape: 'dot', tone: 'good' },
  'awaiting-disposal': { shape: 'triangle', tone: 'attention' },
  withdrawn: { shape: 'cross', tone: 'bad' },
}

/** The unit behind a collective household, who looks after it there, and who has a member's card. */
export function CollectivePanel({ collective, extract }: CollectivePanelProps) {
  const { state, steward } = collective
  const items = [
    ['单位名称', collective.unitName],
    ['种类', collectiveKindNames[collective.collectiveKind]],
    ['统一社会信用代码', collective.creditCode],
    ['户主', collective.headName],
    ['户口协管员', steward.name],
    ['协管员身份号码', maskCitizenId(steward.citizenId)],
    ['协管员电话', maskPhone(steward.phone)],
    ['指定文件', steward.appointedBy],
    ['核准日期', dateInChinese(collective.approvedOn)],
  ] as const
  return (
    <div>
      <Card
        size="small"
        className="block"
        title={words.register.collective}
        extra={<StateTag state={{ ...looks[state], word: words.register.collectiveStates[state] }} />}
      >
        <Descriptions
          size="small"
          column={1}
          items={items.map(([label, children]) => ({ key: label, label, children: children || words.none }))}
        />
      </Card>
      <Loans collective={collective} extract={extract} />
    </div>
  )
}

function maskPhone(phone: string): string {
  return phone.length < 8 ? phone : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

type Loan = Collective['loans'][number]

/** Open loans first; one past its day says so. */
function Loans({ collective: { loans }, extract }: CollectivePanelProps) {
  const inOrder = loans.toSorted((one, other) => {
    if ((one.returnedOn === undefined) !== (other.returnedOn === undefined)) return one.returnedOn ? 1 : -1
    return one.lentOn < other.lentOn ? 1 : -1
  })
  const member = ({ personId }: Loan) => (
    <button type="button" className="to-field" onClick={() => goTo({ screen: 'person', personId })}>
      {extract.personByKey.get(residentKey(personId))?.name ?? personId}
    </button>
  )
  const back = ({ returnedOn, dueOn }: Loan) => {
    if (returnedOn) return words.register.returned(returnedOn)
    if (dueOn >= today()) return dueOn
    return (
      <StateTag
        state={{ word: `${dueOn} ${words.register.overdue}`, shape: 'triangle', tone: 'attention' }}
      />
    )
  }
  return (
    <Card size="small" className="block" title={words.register.loans}>
      <Table<Loan>
        size="small"
        rowKey={({ personId, lentOn }) => `${personId} ${lentOn}`}
        dataSource={inOrder}
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: words.register.noLoans }}
        columns={[
          { title: '成员', render: (_, loan) => member(loan) },
          { title: '用途', dataIndex: 'purpose' },
          { title: '借出', dataIndex: 'lentOn', width: 100 },
          { title: '应还', render: (_, loan) => back(loan) },
        ]}
      />
    </Card>
  )
}
