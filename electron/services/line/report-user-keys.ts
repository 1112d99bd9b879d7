import { vouchFor } from '../../../shared/proof/author-key.ts'
import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import type { ResponseOf } from '../../../shared/ipc/channels.ts'
import { faultSchema } from '../../../shared/sync/messages.ts'
import {
  mostKeysPerReport,
  userKeysAnswerSchema,
  type UserKeysReport,
} from '../../../shared/sync/user-keys.ts'
import type { Desk } from '../../desk.ts'
import type { OpenSession } from '../session/session.ts'
import { hereOf } from '../signing/author-handlers.ts'
import { ownKey, ownSecretKey } from '../signing/signing.ts'

type Exchange = (request: { method: 'POST'; path: string; body: string }) => Promise<ExchangeResult>

/** The signing keys of everybody who ever worked here, vouched for by this machine; undefined before the first. */
export async function userKeysReportOf(
  desk: Desk,
  open: Pick<OpenSession, 'user' | 'secrets' | 'signature'>,
): Promise<UserKeysReport | undefined> {
  const here = hereOf(desk, open)
  const accounts = await desk.keyring.accounts()
  const keys = accounts.flatMap(({ authorKeys = [] }) => authorKeys).slice(-mostKeysPerReport)
  if (keys.length === 0) return undefined
  const { secrets, signature } = open
  const machineSecret = await ownSecretKey(secrets, signature)
  return {
    ...here,
    machineKey: (await ownKey(secrets, signature)).keyId,
    keys: keys.map((key) => vouchFor(key, machineSecret, signature)),
  }
}

/** Tells the city the keys; 'machine-unknown' while it has not certified the machine's own. */
export async function reportUserKeys(
  report: UserKeysReport,
  exchange: Exchange,
): Promise<ResponseOf<'user-keys.report'> | 'machine-unknown'> {
  const answer = await exchange({ method: 'POST', path: '/v1/user-keys', body: JSON.stringify(report) })
  if (answer.kind !== 'answer') return { outcome: 'retry', reason: '线路不通' }
  const content = typeof answer.body === 'string' ? jsonOrNothing(answer.body) : undefined
  // Each key's own refusal is the city's word on it; what it signed is judged when it comes.
  if (answer.status === 200 && userKeysAnswerSchema.safeParse(content).success) return { outcome: 'known' }
  const fault = faultSchema.safeParse(content)
  if (!fault.success) return { outcome: 'retry', reason: '市局的应答读不懂' }
  const { code, message } = fault.data
  if (code === 'machine-unknown') return code
  // Trying again helps nobody whom the city does not take: a person has to.
  const isShutOut = code === 'machine-revoked' || answer.status === 401 || answer.status === 403
  return { outcome: isShutOut ? 'stop' : 'retry', reason: message }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
