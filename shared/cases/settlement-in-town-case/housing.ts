import { addDays, addMonths, dateInChinese, type PlainDate } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'
import { allOf, dayOfLaw, failed, fulfilled, lacking, open, type Standing } from './standing.ts'

const noDwelling = '人才和存量落户不看住所，可以看看符不符合那两条；也可以租房并登记备案。'

/** The head clause's condition: a lawful, stable dwelling really lived in, a registered lease included (二(一)1). */
export function housingOf(facts: SettlementFacts, setting: Setting): Standing {
  if (facts.housing === undefined) return open('还没有问住在什么房子里。', 'housing')
  if (facts.housing === 'none') return failed('没有合法稳定的住所。', noDwelling)
  return allOf(inhabited(facts), facts.housing === 'lease' ? leased(facts, setting) : withProof(facts))
}

function inhabited({ livesInDwelling }: SettlementFacts): Standing {
  if (livesInDwelling === undefined) return open('还没有问是不是实际住在那里。', 'livesInDwelling')
  return livesInDwelling
    ? fulfilled('')
    : failed('没有实际住在这处房子里。', '住进去以后再申请；购房的按购房一条看，不要求先住。')
}

function withProof({ housingProofSeen }: SettlementFacts): Standing {
  if (housingProofSeen === undefined) return open('还没有看房屋的材料。', 'housingProofSeen')
  return housingProofSeen
    ? fulfilled('有合法稳定的住所。')
    : lacking('还没有看到房屋的材料。', '产权材料、租用或者授权使用的材料，有一样即可。')
}

type Lease = NonNullable<SettlementFacts['leases']>[number]

interface Stretch {
  readonly from: PlainDate
  readonly until: PlainDate
}

function leased({ leases = [] }: SettlementFacts, setting: Setting): Standing {
  const turned = leases.find(({ from, until }) => from !== undefined && until !== undefined && from > until)
  if (turned) return open('有一份租约的起止日期写反了。', 'leases')
  const written = stretchesOf(leases)
  if (written.length === 0) return open('还没有录入租赁合同的起止日期。', 'leases')
  const months = numberInForce('lease-months', dayOfLaw(setting))
  const registered = longest(stretchesOf(leases.filter((lease) => lease.registered === true)), setting)
  if (registered && monthsOf(registered, setting) >= months) {
    return fulfilled(`已备案的租约${inWords(registered, setting)}，满${months}个月。`)
  }
  const all = longest(written, setting)
  if (all && monthsOf(all, setting) >= months) {
    return leases.some((lease) => lease.registered === undefined && !isNowhere(lease))
      ? open('还没有问租约有没有登记备案。', 'leases')
      : lacking(
          `租约${inWords(all, setting)}，租期够了，但是没有全部登记备案。`,
          '请到房管部门办理租赁登记备案后再来，不用重新签合同。',
        )
  }
  return failed(
    `连续租期最长的一段${all ? inWords(all, setting) : ''}，不满${months}个月；中间断一天就不算连续。`,
    '可以续签租约，连续满期并备案以后再来；人才和存量落户不看住所。',
  )
}

const isNowhere = ({ from, until }: Lease) => from === undefined || until === undefined

/** Leases that touch without a day between them are one stretch. */
function stretchesOf(leases: readonly Lease[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { from, until } of leases.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    if (!from || !until) continue
    const last = stretches.at(-1)
    if (last && from <= addDays(last.until, 1)) {
      stretches[stretches.length - 1] = { from: last.from, until: until > last.until ? until : last.until }
    } else stretches.push({ from, until })
  }
  return stretches
}

function longest(stretches: readonly Stretch[], setting: Setting): Stretch | undefined {
  return stretches.toSorted((a, b) => monthsOf(b, setting) - monthsOf(a, setting))[0]
}

/** Full months of the term, or of the time lived so far where the setting says so. */
function monthsOf({ from, until }: Stretch, { day, options }: Setting): number {
  const end = options['lease-measured-by'] === 'elapsed' && day < until ? day : until
  return fullMonths(from, end)
}

/** Both days count: from 1 March to the last of February are twelve. */
function fullMonths(from: PlainDate, until: PlainDate): number {
  let months = 0
  while (addMonths(from, months + 1) <= addDays(until, 1)) months += 1
  return months
}

/** Term and time lived, both, because the notice does not say which of them it counts. */
function inWords({ from, until }: Stretch, { day }: Setting): string {
  const lived = day < from ? 0 : fullMonths(from, day < until ? day : until)
  return `从${dateInChinese(from)}到${dateInChinese(until)}，租期${fullMonths(from, until)}个月，到今天住满${lived}个月`
}

/** The last day of the leases, where it lies behind. */
export function leaseEndedOn({ leases = [] }: SettlementFacts, { day }: Setting): PlainDate | undefined {
  const last = stretchesOf(leases).at(-1)?.until
  return last !== undefined && last < day ? last : undefined
}
