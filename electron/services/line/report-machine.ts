import { faultSchema } from '../../../shared/sync/messages.ts'
import { machineReportAnswerSchema, type MachineReport } from '../../../shared/sync/machine-report.ts'
import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import type { Desk } from '../../desk.ts'
import type { OpenSession } from '../session/session.ts'
import { keepLists, readLists } from '../signing/city-lists.ts'
import { ownKey } from '../signing/signing.ts'

export type Reported =
  | { readonly outcome: 'reported'; readonly leavers: number }
  | { readonly outcome: 'not-reported'; readonly reason: string }

type Exchange = (request: { method: 'POST'; path: string; body: string }) => Promise<ExchangeResult>

/** Anchors this machine's trail at the city, and takes over leavers, keys and the void list. */
export async function reportMachine(
  desk: Desk,
  { secrets, user }: OpenSession,
  exchange: Exchange,
): Promise<Reported> {
  const { trail, keyring, profile } = desk
  const { n, head, isAnchored } = trail.end()
  const report: MachineReport = {
    station: profile.station?.code ?? user.station,
    device: profile.device,
    trail: { n, head },
    publicKey: (await ownKey(secrets)).publicKey,
    listsDigest: (await readLists(secrets))?.digest ?? '',
  }
  const answer = await exchange({
    method: 'POST',
    path: '/v1/machine-reports',
    body: JSON.stringify(report),
  })
  if (answer.kind !== 'answer') return { outcome: 'not-reported', reason: '线路不通' }
  const content = typeof answer.body === 'string' ? jsonOrNothing(answer.body) : undefined
  const taken = machineReportAnswerSchema.safeParse(content)
  if (answer.status !== 200 || !taken.success) {
    const fault = faultSchema.safeParse(content)
    return { outcome: 'not-reported', reason: fault.success ? fault.data.message : '市局的应答读不懂' }
  }
  const { lists, listsDigest, leavers } = taken.data
  const now = new Date().toISOString()
  if (!(await keepLists(secrets, { lists, digest: listsDigest }, now))) {
    await trail.note({ what: 'refused', userId: user.id, code: 'city-key-changed' })
    return {
      outcome: 'not-reported',
      reason: '市局的签名钥匙和本机记下的不同，没有采用。请电话核实后报管理员。',
    }
  }
  for (const account of await keyring.accounts()) {
    if (account.stoppedAt !== undefined || !leavers.includes(account.policeNumber)) continue
    await keyring.stop(account.id, now)
    await trail.note({ what: 'account-stopped', userId: 'city', account: account.id })
  }
  if (!isAnchored && n > 0) await trail.note({ what: 'anchored', n, head })
  return { outcome: 'reported', leavers: leavers.length }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
