import {
  certifiedSchema,
  challengeSchema,
  type Enrolment,
  type Renewal,
} from '../../../shared/sync/enrolment.ts'
import { faultSchema, type Fault } from '../../../shared/sync/messages.ts'
import type { MachineSecrets } from '../keys/secrets.ts'
import type { OpenSession } from '../session/session.ts'
import { provePossession } from '../signing/signing.ts'
import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import type { ExchangeRequest } from './line.ts'
import { keepCertified, newRequest, type LineCertificate, type LineRequest } from './machine-certificate.ts'

type Exchange = (request: ExchangeRequest) => Promise<ExchangeResult>

/** Whose machine asks. */
export interface Here {
  readonly station: string
  readonly device: string
}

/** What proves that it is this machine. */
type Machine = Pick<OpenSession, 'secrets' | 'signature'>

export type Enrolled =
  | { readonly kind: 'enrolled'; readonly certificate: LineCertificate }
  /** What stands in the way, as the line answered it: no line, or a refusal in the clerk's words. */
  | { readonly kind: 'not-enrolled'; readonly answer: ExchangeResult; readonly code: string }

/** Enrols this machine with the codes that it knows, one after the other: each is good for one machine. */
export async function enrol(
  machine: Machine,
  asked: LineRequest,
  codes: readonly string[],
  here: Here,
  exchange: Exchange,
): Promise<Enrolled> {
  let last: Enrolled = { kind: 'not-enrolled', answer: noCode, code: 'no-enrolment-code' }
  for (const code of codes) {
    last = await enrolWith(machine, asked, code, here, exchange)
    if (last.kind === 'enrolled' || last.code !== 'enrolment-code-used') return last
  }
  return last
}

async function enrolWith(
  { secrets, signature }: Machine,
  asked: LineRequest,
  code: string,
  here: Here,
  exchange: Exchange,
): Promise<Enrolled> {
  const fresh = await exchange({ method: 'GET', path: '/v1/challenges' })
  const challenge = readAnswer(fresh, challengeSchema)
  if (!challenge) return notEnrolled(fresh)
  const enrolment: Enrolment = {
    ...here,
    code,
    request: asked.request,
    ...(await provePossession(secrets, signature, here, challenge.challenge)),
  }
  const answer = await exchange({
    method: 'POST',
    path: '/v1/enrolments',
    body: JSON.stringify(enrolment),
  })
  const certified = readAnswer(answer, certifiedSchema)
  if (!certified) return notEnrolled(answer)
  return { kind: 'enrolled', certificate: await keepCertified(secrets, asked, certified) }
}

/** A new certificate over the line that the old one still opens; undefined when the city gave none this time. */
export async function renew(
  secrets: MachineSecrets,
  here: Here,
  exchange: Exchange,
): Promise<LineCertificate | undefined> {
  const asked = await newRequest()
  const renewal: Renewal = { ...here, request: asked.request }
  const answer = await exchange({
    method: 'POST',
    path: '/v1/certificate-renewals',
    body: JSON.stringify(renewal),
  })
  const certified = readAnswer(answer, certifiedSchema)
  return certified && keepCertified(secrets, asked, certified)
}

/** A month before its end: a machine that is switched on once a month still keeps its certificate. */
const renewBefore = 30 * 24 * 3_600_000

export function isNearItsEnd({ certified }: LineCertificate, now: number): boolean {
  return certified !== undefined && Date.parse(certified.until) - now < renewBefore
}

function notEnrolled(answer: ExchangeResult): Enrolled {
  return { kind: 'not-enrolled', answer, code: readFault(answer)?.code ?? 'no-line' }
}

/** What the city refused by; undefined for every other answer. */
export function readFault(answer: ExchangeResult): Fault | undefined {
  return answer.kind === 'answer' && answer.status !== 200 ? readJson(answer.body, faultSchema) : undefined
}

/** Said by the machine itself, in the shape in which the city says its refusals. */
const noCode: ExchangeResult = {
  kind: 'answer',
  status: 403,
  contentType: 'application/json',
  body: JSON.stringify({
    code: 'no-enrolment-code',
    message: '本机还没有在市局登记。请向市局户政要一个登记码，在“同步”页输入；数据都还在本机。',
  }),
}

/** What the city gave; undefined for everything but its own answer of status 200. */
export function readAnswer<Value>(answer: ExchangeResult, schema: Readable<Value>): Value | undefined {
  return answer.kind === 'answer' && answer.status === 200 ? readJson(answer.body, schema) : undefined
}

interface Readable<Value> {
  safeParse(content: unknown): { success: true; data: Value } | { success: false }
}

function readJson<Value>(body: string | Uint8Array, schema: Readable<Value>): Value | undefined {
  if (typeof body !== 'string') return undefined
  try {
    const read = schema.safeParse(JSON.parse(body))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
