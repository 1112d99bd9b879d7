import type { Refusal } from '../base/outcome.ts'
import { isInRange, rangeInWords, type Lease, type LeaseKind } from './lease.ts'

/** A number that a step uses up. */
export interface DrawnNumber {
  readonly kind: LeaseKind
  /** See `Lease`: the printing, or the county. */
  readonly series: string
  readonly number: number
  /** As the clerk reads it. */
  readonly words: string
  /** A spoiled sheet leaves the stock as well, and also from the stock of a machine that was cut off. */
  readonly purpose: 'issue' | 'spoil'
}

/** Who draws, and when (ISO 8601 instant). */
interface Hand {
  readonly device: string
  readonly at: string
}

/** The code of the one fault that a city forgives: a desk of a program before leases draws without any. */
export const notLeased = 'number-not-leased'

/**
 * Why a device may not draw a number; undefined when it may. One rule for both sides: the desk asks it of the leases that
 * it was told, the city of those that it granted. A lease that has run out, or is frozen, still allows what was begun before.
 */
export function drawFault(
  draw: DrawnNumber,
  { device, at }: Hand,
  leases: readonly Lease[],
): Refusal | undefined {
  const lease = leases.find((each) => each.kind === draw.kind && isInRange(each.range, draw))
  if (!lease)
    return { code: notLeased, message: `${draw.words}不在本机领用的号段里。${ownIn(draw, device, leases)}` }
  if (lease.state === 'frozen')
    return draw.purpose === 'spoil' || isFromBefore(lease, { device, at }) ? undefined : frozen(draw, lease)
  if (!isHeldBy(lease, device)) {
    return {
      code: 'leased-to-another',
      message: `${draw.words}${holderInWords(lease)}，本机不能用。${ownIn(draw, device, leases)}`,
    }
  }
  return at <= lease.until || draw.purpose === 'spoil' ? undefined : expired(draw)
}

/** A block of a package that names no machine is nobody's, until a machine takes it over or the city gives it one. */
export function isHeldBy({ device: holder }: Pick<Lease, 'device'>, device: string): boolean {
  return holder === device
}

/** Its machine took the step before it was cut off; it comes by another way, from the copy that another machine goes on with. */
function isFromBefore({ device: holder, frozenAt, until }: Lease, { device, at }: Hand): boolean {
  return holder === device && frozenAt !== undefined && at < frozenAt && at <= until
}

function holderInWords({ device }: Lease): string {
  return device === '' ? '在底册里没有指定给哪台机器' : `由本所另一台机器 ${device} 领用`
}

function ownIn({ kind }: DrawnNumber, device: string, leases: readonly Lease[]): string {
  const own = leases.filter((each) => each.kind === kind && each.state === 'live' && isHeldBy(each, device))
  return own.length === 0
    ? '本机还没有领到号段，和市局连通后会自动领取。'
    : `本机领用的是 ${own.map(rangeInWords).join('、')}。`
}

function frozen({ words }: DrawnNumber, { device }: Lease): Refusal {
  return {
    code: 'lease-frozen',
    message: `${words}属于已停用的机器 ${device}，清点实物以前不能签发。`,
  }
}

function expired({ words }: DrawnNumber): Refusal {
  return { code: 'lease-expired', message: `${words}的领用期限已过。请和市局连通一次，续期后再办。` }
}
