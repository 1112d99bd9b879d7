import { addDays, addMonths, type PlainDate } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'

/** How a condition stands: fulfilled, failed, fulfilled but for a paper, or not asked yet. */
export type Standing =
  | { readonly is: 'met'; readonly because: string }
  | { readonly is: 'lacking'; readonly because: string; readonly remedy: string }
  | { readonly is: 'unmet'; readonly because: string; readonly remedy: string }
  | { readonly is: 'unknown'; readonly because: string; readonly needs: string }

export const fulfilled = (because: string): Standing => ({ is: 'met', because })
export const failed = (because: string, remedy: string): Standing => ({ is: 'unmet', because, remedy })
export const lacking = (because: string, remedy: string): Standing => ({ is: 'lacking', because, remedy })
export const open = (because: string, needs: string): Standing => ({ is: 'unknown', because, needs })

const otherWay = '可以按购房、人才或者存量落户申请；也可以续签租约，连续满期以后再来。'

/** The head clause's condition: a lawful, stable dwelling, a registered lease included (二(一)1). */
export function housingOf(facts: SettlementFacts, setting: Setting): Standing {
  switch (facts.housing) {
    case 'own':
    case 'public-rental':
    case 'authorised':
      return withProof(facts.housingProofSeen)
    case 'lease':
      return leased(facts.leases ?? [], setting)
    case 'none':
      return failed('没有合法稳定的住所。', '人才和存量落户不看住所，可以按那两条申请。')
    default:
      return open('还没有问住在什么房子里。', 'housing')
  }
}

function withProof(seen: boolean | undefined): Standing {
  if (seen === undefined) return open('还没有看房屋的材料。', 'housingProofSeen')
  return seen
    ? fulfilled('有合法稳定的住所，不问面积。')
    : lacking('还没有看到房屋的材料。', '产权证、授权使用的证明有一样即可。')
}

type Lease = NonNullable<SettlementFacts['leases']>[number]

interface Stretch {
  readonly from: PlainDate
  readonly until: PlainDate
}

function leased(leases: readonly Lease[], setting: Setting): Standing {
  if (leases.length === 0) return open('还没有录入租赁合同。', 'leases')
  const months = numberInForce('lease-months', setting.day)
  const registered = leases.filter((lease) => lease.registered === true)
  if (isLongEnough(registered, months, setting)) {
    return fulfilled(`登记备案的租期连续满${months}个月。`)
  }
  if (isLongEnough(leases, months, setting)) {
    return lacking('租期够了，但是没有登记备案。', '请到房管部门登记备案后再来；不必重新签合同。')
  }
  return failed(`登记备案的连续租期不满${months}个月，中间断一天也不算连续。`, otherWay)
}

function isLongEnough(leases: readonly Lease[], months: number, { day, options }: Setting): boolean {
  return stretchesOf(leases).some(({ from, until }) => {
    const end = options['lease-measured-by'] === 'elapsed' && day < until ? day : until
    return addMonths(from, months) <= addDays(end, 1)
  })
}

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
