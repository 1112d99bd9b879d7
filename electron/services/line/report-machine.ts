import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { faultSchema } from '../../../shared/sync/messages.ts'
import { challengeSchema } from '../../../shared/sync/enrolment.ts'
import {
  machineReportAnswerSchema,
  type MachineReport,
  type MachineReportAnswer,
} from '../../../shared/sync/machine-report.ts'
import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import type { Desk } from '../../desk.ts'
import type { OpenSession } from '../session/session.ts'
import { keepLists, readLists } from '../signing/city-lists.ts'
import { ownKey, provePossession } from '../signing/signing.ts'
import { readFault } from './enrol.ts'
import type { ExchangeRequest } from './line.ts'
import { readEntry } from './machine-certificate.ts'

export type Reported =
  | { readonly outcome: 'reported'; readonly leavers: number }
  | { readonly outcome: 'not-reported'; readonly reason: string }

type Exchange = (request: ExchangeRequest) => Promise<ExchangeResult>

/** What this machine tells the city about itself. */
export async function machineReportOf(
  { trail, profile }: Desk,
  { secrets, user, signature }: OpenSession,
): Promise<MachineReport> {
  const { n, head } = trail.end()
  return {
    station: profile.station?.code ?? user.station,
    device: profile.device,
    trail: { n, head },
    publicKey: (await ownKey(secrets, signature)).publicKey,
    listsDigest: (await readLists(secrets))?.digest ?? '',
  }
}

/** Anchors this machine's trail at the city, and takes over leavers, keys and the void list. */
export async function reportMachine(desk: Desk, open: OpenSession, exchange: Exchange): Promise<Reported> {
  const askedAt = new Date().toISOString()
  const report = await machineReportOf(desk, open)
  const tell = (said: MachineReport) =>
    exchange({ method: 'POST', path: '/v1/machine-reports', body: JSON.stringify(said) })
  const isCertified = await isOnTheLists(open, report)
  const first = await tell(isCertified ? report : await proved(report, open, exchange))
  // A city whose base was built again may have certified the key before and not know it any more.
  const isForgotten = isCertified && readFault(first)?.code === 'possession-not-proved'
  const answer = isForgotten ? await tell(await proved(report, open, exchange)) : first
  if (answer.kind !== 'answer') return { outcome: 'not-reported', reason: '线路不通' }
  const content = typeof answer.body === 'string' ? jsonOrNothing(answer.body) : undefined
  const taken = machineReportAnswerSchema.safeParse(content)
  if (answer.status !== 200 || !taken.success) {
    const fault = faultSchema.safeParse(content)
    return { outcome: 'not-reported', reason: fault.success ? fault.data.message : '市局的应答读不懂' }
  }
  const kept = await takeReportAnswer(desk, open, taken.data, askedAt)
  return kept.ok
    ? { outcome: 'reported', leavers: taken.data.leavers.length }
    : { outcome: 'not-reported', reason: kept.refusals[0]?.message ?? '' }
}

/** Takes over what the city answered to a report, by the line or on a stick that was made at `madeAt`. Refused: 'city-key-changed'. */
export async function takeReportAnswer(
  { trail, keyring }: Desk,
  { secrets, user }: OpenSession,
  { lists, listsDigest, leavers, trail: held }: MachineReportAnswer,
  madeAt: string,
): Promise<Outcome<true>> {
  const { isAnchored } = trail.end()
  const now = new Date().toISOString()
  const witness = (await readEntry(secrets))?.cityKey
  if (!(await keepLists(secrets, { lists, digest: listsDigest, madeAt }, now, witness))) {
    await trail.note({ what: 'refused', userId: user.id, code: 'city-key-changed' })
    return refused(cityKeyChanged)
  }
  for (const account of await keyring.accounts()) {
    if (account.stoppedAt !== undefined || !leavers.includes(account.policeNumber)) continue
    await keyring.stop(account.id, now)
    await trail.note({ what: 'account-stopped', userId: 'city', account: account.id })
  }
  if (!isAnchored && held.n > 0) await trail.note({ what: 'anchored', n: held.n, head: held.head })
  return accepted(true)
}

const cityKeyChanged = {
  code: 'city-key-changed',
  message: '市局的签名钥匙和本机记下的不同，没有采用。请电话核实后报管理员。',
}

async function isOnTheLists({ secrets }: OpenSession, { publicKey }: MachineReport): Promise<boolean> {
  const kept = await readLists(secrets)
  return kept?.lists.keys.some((key) => key.publicKey === publicKey) ?? false
}

/**
 * The report with the proof that the key is this machine's, which the city asks for until it has certified it. Without a
 * challenge there is none: then the city says itself what it misses.
 */
async function proved(report: MachineReport, open: OpenSession, exchange: Exchange): Promise<MachineReport> {
  const answer = await exchange({ method: 'GET', path: '/v1/challenges' })
  const text = answer.kind === 'answer' && typeof answer.body === 'string' ? answer.body : ''
  const fresh = challengeSchema.safeParse(jsonOrNothing(text))
  if (!fresh.success) return report
  const { possession } = await provePossession(open.secrets, open.signature, report, fresh.data.challenge)
  return { ...report, possession }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
