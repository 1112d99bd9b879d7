import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import { keyIdOf, type MachineKey } from '../../shared/proof/machine-key.ts'
import type { CityVerdict } from '../../shared/sync/messages.ts'
import type { ScanAnswer, StationBundle } from '../../shared/sync/bundle.ts'
import type { MachineReportAnswer } from '../../shared/sync/machine-report.ts'
import { takeUserKeys } from '../authors/take-user-keys.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import { CityFault } from '../faults/city-fault.ts'
import { takeOverSheets } from '../leases/freeze-leases.ts'
import { isKnownKey } from '../machines/certify-key.ts'
import { takeReport } from '../machines/take-report.ts'
import type { LeasesByStick } from '../../shared/sync/leases.ts'
import { isEmpty } from '../receive/filing.ts'
import { receiveActions } from '../receive/receive-actions.ts'
import { answerItsLeases } from './answer-leases.ts'
import { handOutUpTo } from './hand-out-up-to.ts'
import { openAtCity, sealAnswer } from './open-at-city.ts'
import { takeScans } from './take-scans.ts'

/** What the clerk at the city is told once a bundle is taken. */
export interface BundleTaken {
  readonly answer: Uint8Array
  readonly station: string
  readonly device: string
  readonly n: number
  readonly accepted: number
  readonly refused: number
  readonly handedOut: number
  /** What the machine asked about blocks of numbers. */
  readonly leasesDone: number
  readonly leasesRefused: number
  readonly scansReceived: number
  readonly scansRefused: number
  /** The words for why, each once. */
  readonly reasonsAgainstScans: readonly string[]
  /** It was taken before; the answer is the same. */
  readonly again: boolean
}

interface Ways {
  /** Id of a key, read out over the telephone, that the city's clerk certifies with this bundle. */
  readonly certify?: string
  readonly reportFault: (error: unknown) => void
}

/**
 * Takes a station's bundle as if its messages had come over the line: the same filing, the same verdicts, once each.
 * Refused, and nothing filed: a file that is bent, cut, not for this city, not from a machine that it certified, or
 * that a later bundle of the same machine has overtaken.
 */
export async function takeBundle(city: City, file: Uint8Array, ways: Ways): Promise<Outcome<BundleTaken>> {
  const opened = await openAtCity(city, file)
  if (!opened.ok) return opened
  const { bundle, publicKey, digest } = opened.value
  const stranger = await refuseStranger(city, bundle, publicKey, ways.certify)
  if (stranger) return refused(stranger)
  const before = await bundlesBefore(city, bundle)
  const known = before.find((row) => row.digest === digest)
  const last = Math.max(0, ...before.map(({ n }) => n))
  if (last > bundle.n) return refused(overtaken(bundle, last))
  const isNewcomer = !(await isKnownKey(city.database, publicKey))
  const report = await takeItsReport(city, bundle)
  if (!report.ok) return report
  if (isNewcomer) await giveItsSheets(city, bundle)
  const keys = await takeItsUserKeys(city, bundle)
  if (!keys.ok) return keys
  const verdicts = await fileMessages(city, bundle, ways.reportFault)
  // After the messages, because their steps name them.
  const attachments = await takeScans(city, bundle, ways.reportFault)
  // After the messages and before the hand-outs: whatever these blocks stand on is in the same answer.
  const leases = await answerItsLeases(city, bundle)
  const { handedOut, isCurrent } = await handOutUpTo(city, bundle.station, bundle.lastOrder, known?.up_to)
  if (!known) await remember(city, bundle, digest, handedOut.upTo)
  const { station, device, n } = bundle
  const answer = await sealAnswer(city, publicKey, {
    station,
    device,
    n,
    answers: digest,
    madeAt: city.now(),
    verdicts,
    handedOut,
    report: report.value,
    ...(leases && isCurrent ? { leases } : {}),
    ...(attachments ? { attachments } : {}),
    parts: [],
  })
  return accepted({
    answer,
    station,
    device,
    n,
    again: known !== undefined,
    handedOut: handedOut.actions.length,
    accepted: verdicts.filter(isAccepted).length,
    refused: verdicts.filter((verdict) => !isAccepted(verdict)).length,
    ...countLeases(leases),
    ...countScans(attachments),
  })
}

function isAccepted({ outcome }: CityVerdict): boolean {
  return outcome === 'accepted'
}

function countLeases(leases: LeasesByStick | undefined) {
  const answers = leases && 'told' in leases ? leases.told.answers : []
  const leasesDone = answers.filter(({ outcome }) => outcome === 'done').length
  return { leasesDone, leasesRefused: answers.length - leasesDone }
}

function countScans(answers: readonly ScanAnswer[] = []) {
  const reasons = answers.flatMap((answer) => (answer.outcome === 'refused' ? [answer.message] : []))
  return {
    scansReceived: answers.length - reasons.length,
    scansRefused: reasons.length,
    reasonsAgainstScans: [...new Set(reasons)],
  }
}

function overtaken({ n, attachments }: StationBundle, last: number) {
  const scans = attachments ? '它带的扫描件，派出所下次导出时会再带。' : ''
  return {
    code: 'bundle-overtaken',
    message: `这是第 ${n} 份，本机的第 ${last} 份已经收过，里面包含它还没有回执的步骤。没有重复接收，请用最新的一份。${scans}`,
  }
}

/** Whether the bundle's signer may speak for that station and machine. */
async function refuseStranger(
  { database, now }: City,
  bundle: StationBundle,
  publicKey: string,
  certify: string | undefined,
): Promise<{ code: string; message: string } | undefined> {
  const { station, device, report, messages, userKeys, leases = [] } = bundle
  const own = { station, device }
  const isOwn = (each: { station: string; device: string }) =>
    each.station === own.station && each.device === own.device
  const parts = [report, ...messages, ...leases, ...(userKeys ? [userKeys] : [])]
  if (!parts.every(isOwn) || report.publicKey !== publicKey) return notItsOwn
  const [place] = await database.query('select 1 from stations where code = $1', [station])
  if (!place) return { code: 'no-such-station', message: '市局没有这个派出所的底册，没有接收。' }
  const keyId = keyIdOf(publicKey)
  const [row] = await database.query<{ body: MachineKey; revoked_at: Date | string | null }>(
    'select body, revoked_at from machine_keys where key_id = $1',
    [keyId],
  )
  if (!row) return certify === keyId ? undefined : keyUnknown(keyId, own)
  // The id is a short part of a key; it is the whole key that speaks for the machine.
  if (!isOwn(row.body) || row.body.publicKey !== publicKey) return notItsOwn
  if (row.revoked_at !== null || row.body.until < now())
    return {
      code: 'key-revoked',
      message: '这台机器的签发钥匙已经吊销或者过期，没有接收。请核实机器的去向后报督察。',
    }
  return undefined
}

const notItsOwn = {
  code: 'not-its-own',
  message: '里面的派出所、机器和签名对不上，没有接收。请不要用这个U盘，报市局督察。',
}

function keyUnknown(keyId: string, { station, device }: { station: string; device: string }) {
  return {
    code: 'key-unknown',
    message: `派出所 ${station} 的机器 ${device} 还没有认证，没有接收。请打电话请对方读出“同步”页上的钥匙编号，是 ${keyId} 时加上 --certify ${keyId} 再收。`,
  }
}

interface BundleRow {
  readonly digest: string
  readonly n: number
  readonly up_to: number
}

function bundlesBefore({ database }: City, { station, device }: StationBundle): Promise<BundleRow[]> {
  return asStation(database, station, (queries) =>
    queries.query<BundleRow>('select digest, n, up_to from bundles where station = $1 and device = $2', [
      station,
      device,
    ]),
  )
}

async function remember(
  { database, now }: City,
  { station, device, n }: StationBundle,
  digest: string,
  upTo: number,
): Promise<void> {
  await asStation(database, station, (queries) =>
    queries.query(
      `insert into bundles (station, device, digest, n, up_to, taken_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [station, device, digest, n, upTo, now()],
    ),
  )
}

/** A machine whose trail was rewritten is stopped here: nothing of it is filed before somebody has looked. */
function takeItsReport(city: City, { report }: StationBundle): Promise<Outcome<MachineReportAnswer>> {
  return faultAsRefusal(() => takeReport(city, report, 'stick'))
}

/** A key that the city's clerk has just certified is a new machine's, maybe in the place of one that was cut off. */
async function giveItsSheets({ database, filings, now }: City, bundle: StationBundle): Promise<void> {
  await database.transaction(
    (queries) => takeOverSheets(queries, bundle, now()),
    (filing) => {
      if (!isEmpty(filing)) filings.append(filing)
    },
  )
  await filings.settled()
}

/** Before the messages: what stands in them is signed with these keys. */
async function takeItsUserKeys(city: City, { userKeys }: StationBundle): Promise<Outcome<unknown>> {
  return userKeys ? faultAsRefusal(() => takeUserKeys(city, userKeys)) : accepted(true)
}

async function faultAsRefusal<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return accepted(await work())
  } catch (fault) {
    if (fault instanceof CityFault) return refused({ code: fault.fault.code, message: fault.fault.message })
    throw fault
  }
}

async function fileMessages(
  city: City,
  { messages }: StationBundle,
  reportFault: (error: unknown) => void,
): Promise<CityVerdict[]> {
  const verdicts: CityVerdict[] = []
  for (const message of messages)
    verdicts.push(...(await receiveActions(city, message, { reportFault })).verdicts)
  return verdicts
}
