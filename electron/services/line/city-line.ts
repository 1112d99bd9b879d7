import type { ExchangeResult } from '../../../shared/ipc/line-channels.ts'
import type { EnrolmentState } from '../../../shared/ipc/enrolment-channels.ts'
import type { Desk } from '../../desk.ts'
import type { OpenSession } from '../session/session.ts'
import { readStartingPackage } from '../package/starting-package.ts'
import { openingCodeSecret } from '../set-up/set-up.ts'
import { cityEndOf } from './city-end.ts'
import { cityFetchWith, type ProxyFor } from './city-fetch.ts'
import { enrol, isNearItsEnd, readFault, renew, type Here } from './enrol.ts'
import { UserTokens, wantsNewToken } from './user-token.ts'
import { asksForPerson, userTokenHeader } from '../../../shared/sync/user-token.ts'
import { exchange, type CityEnd, type ExchangeRequest, type Fetch } from './line.ts'
import {
  keepEntry,
  lineCertificate,
  keepCertificate,
  newRequest,
  readEntry,
  type LineCertificate,
  type LineRequest,
} from './machine-certificate.ts'
import type { StationEntry } from '../../../shared/sync/station-entry.ts'

/** The line to the city while somebody is signed in. */
export interface CityLine {
  exchange(request: ExchangeRequest): Promise<ExchangeResult>
  /** For what goes in pieces: asks as `exchange` does, and leaves the answer as it comes. Rejects without a line. */
  readonly fetch: Fetch
  readonly city: CityEnd
  enrolment(): EnrolmentState
  /** Enrols with a code that somebody typed. */
  enrolWith(code: string): Promise<EnrolmentState>
}

export type LineOf = (open: OpenSession) => Promise<CityLine>

/** One line for each session; what opens it is read once. */
export function cityLines(parts: LineParts): LineOf {
  const lines = new WeakMap<OpenSession, Promise<CityLine>>()
  return (open) => {
    const known = lines.get(open)
    if (known) return known
    const line = openCityLine(parts, open)
    lines.set(open, line)
    line.catch(() => lines.delete(open))
    return line
  }
}

/** What the line needs of the machine. */
export interface LineParts {
  readonly desk: Pick<Desk, 'profile' | 'trail' | 'packagePath'>
  readonly proxyFor: ProxyFor
  readonly now: () => number
}

/** Whether a machine has to be known before it may ask: everything but the question whether the city is there. */
const needsCertificate = (path: string) => path !== '/v1/health'

/**
 * Opens the line with the machine's secrets. Over plain HTTP there is no certificate, and nobody asks for one: that is
 * for practice alone, a working desk sends nothing in clear.
 */
export async function openCityLine(parts: LineParts, open: OpenSession): Promise<CityLine> {
  const { desk } = parts
  const city = await cityEndOf(desk.profile, open.secrets)
  // Kept whatever the line is: a machine that never has one seals its sticks for the city that the package names.
  const entry = (await readEntry(open.secrets)) ?? (await entryOfPackage(desk, open))
  if (!city.address.startsWith('https:')) return lineInClear(parts, city)
  const certificate = entry && (await lineCertificate(open.secrets))
  return new EnrolledLine(parts, open, city, entry, certificate)
}

function lineInClear({ desk, proxyFor }: LineParts, city: CityEnd): CityLine {
  const isAllowed = city.address === '' || desk.profile.sample
  const { fetch } = cityFetchWith({}, proxyFor)
  return {
    city,
    exchange: (request) =>
      isAllowed ? exchange(fetch, city, request) : Promise.resolve({ kind: 'no-line', reason: 'tls' }),
    fetch: (url, options) =>
      isAllowed ? fetch(url, options) : Promise.reject(new Error('no line in clear')),
    enrolment: () => ({ state: 'not-needed' }),
    enrolWith: () => Promise.resolve({ state: 'not-needed' }),
  }
}

/**
 * The line over TLS. Before the first question that needs it the machine enrols itself with the codes of its package; a
 * certificate near its end is renewed on the way.
 */
class EnrolledLine implements CityLine {
  readonly #here: Here
  readonly #tokens: UserTokens
  #way: ReturnType<typeof cityFetchWith>
  #refusal = ''
  /** One enrolment at a time: pump and report ask at the same moment. */
  #enrolling: Promise<ExchangeResult | undefined> | undefined

  constructor(
    private readonly parts: LineParts,
    private readonly open: OpenSession,
    readonly city: CityEnd,
    private readonly entry: StationEntry | undefined,
    private certificate: LineCertificate | undefined,
  ) {
    const { profile } = parts.desk
    this.#here = { station: profile.station?.code ?? open.user.station, device: profile.device }
    this.#way = this.#wayWith(certificate)
    this.#tokens = new UserTokens(open, this.#here, (request) => this.#ask(request), parts.now)
  }

  exchange = async (request: ExchangeRequest): Promise<ExchangeResult> => {
    if (!needsCertificate(request.path)) return this.#ask(request)
    const unknown = await this.#becomeKnown()
    if (unknown) return notOfTheMessage(unknown)
    return this.#heed(await (asksForPerson(request.path) ? this.#askPresent(request) : this.#ask(request)))
  }

  fetch: Fetch = async (url, options) => {
    const unknown = await this.#becomeKnown()
    if (unknown) return asResponse(notOfTheMessage(unknown))
    const taken = await this.#tokens.take()
    if (taken.kind === 'instead') return asResponse(notOfTheMessage(taken.answer))
    const headers = new Headers(options.headers)
    if (taken.token !== undefined) headers.set(userTokenHeader, taken.token)
    const answer = await this.#way.fetch(url, { ...options, headers: Object.fromEntries(headers) })
    if (answer.status === 401) this.#tokens.drop()
    return answer
  }

  /** Asks with the token of whoever is signed in; a token that ended on the way is replaced once. */
  async #askPresent(request: ExchangeRequest): Promise<ExchangeResult> {
    const first = await this.#askWithToken(request)
    if (!wantsNewToken(first)) return first
    this.#tokens.drop()
    return this.#askWithToken(request)
  }

  async #askWithToken(request: ExchangeRequest): Promise<ExchangeResult> {
    const taken = await this.#tokens.take()
    return taken.kind === 'instead' ? notOfTheMessage(taken.answer) : this.#ask(request, taken.token)
  }

  enrolment(): EnrolmentState {
    if (!this.certificate) return { state: 'not-needed' }
    const { certified } = this.certificate
    const refusal = this.#refusal
    return certified
      ? { state: 'enrolled', until: certified.until, refusal }
      : { state: 'not-enrolled', refusal }
  }

  async enrolWith(code: string): Promise<EnrolmentState> {
    await this.#enrolling
    if (this.certificate) await this.#enrol(await this.#requestAfter(this.certificate), [code])
    return this.enrolment()
  }

  #ask = (request: ExchangeRequest, userToken?: string) =>
    exchange(this.#way.fetch, { ...this.city, userToken }, request)

  #wayWith(shown: LineCertificate | undefined) {
    const identity = {
      ...(this.entry ? { authority: this.entry.authority } : {}),
      ...(shown?.certified ? { certificate: shown.certified.certificate, key: shown.key } : {}),
    }
    return cityFetchWith(identity, this.parts.proxyFor)
  }

  async #show(next: LineCertificate): Promise<void> {
    this.#way.close()
    this.certificate = next
    this.#way = this.#wayWith(next)
    const { user } = this.open
    await this.parts.desk.trail.note({
      what: 'machine-certified',
      userId: user.id,
      until: next.certified?.until ?? '',
    })
  }

  /** Undefined when the machine has its certificate; what the line answered instead otherwise. */
  #becomeKnown(): Promise<ExchangeResult | undefined> {
    this.#enrolling ??= this.#enrolOrRenew().finally(() => {
      this.#enrolling = undefined
    })
    return this.#enrolling
  }

  async #enrolOrRenew(): Promise<ExchangeResult | undefined> {
    if (!this.certificate) return undefined
    if (!this.certificate.certified) return this.#enrol(this.certificate, this.entry?.enrolmentCodes ?? [])
    if (!isNearItsEnd(this.certificate, this.parts.now())) return undefined
    const renewed = await renew(this.open.secrets, this.#here, this.#ask)
    if (renewed) await this.#show(renewed)
    return undefined
  }

  async #enrol(asked: LineRequest, codes: readonly string[]): Promise<ExchangeResult | undefined> {
    const enrolled = await enrol(this.open, asked, codes, this.#here, this.#ask)
    if (enrolled.kind === 'not-enrolled') {
      await this.#tellRefusal(enrolled.code)
      return enrolled.answer
    }
    this.#refusal = ''
    await this.#show(enrolled.certificate)
    return undefined
  }

  /**
   * Whoever has a certificate that the city takes no more comes with a new key; the old one stands until then. It is kept
   * before anybody is asked, like the first one, so that a lost answer costs no code.
   */
  async #requestAfter(shown: LineCertificate): Promise<LineRequest> {
    if (!shown.certified) return shown
    const next = shown.next ?? (await newRequest())
    this.certificate = { ...shown, next }
    await keepCertificate(this.open.secrets, this.certificate)
    return next
  }

  /** What the city said to a question of a certified machine: it may take the certificate no more. */
  async #heed(answer: ExchangeResult): Promise<ExchangeResult> {
    if (!this.certificate?.certified || answer.kind !== 'answer') return answer
    const code = answer.status === 401 ? (readFault(answer)?.code ?? '') : ''
    await this.#tellRefusal(code.startsWith('certificate-') ? code : '')
    return answer
  }

  /** Once on the trail, however often it is said. */
  async #tellRefusal(code: string): Promise<void> {
    const isNew = code !== this.#refusal
    this.#refusal = code
    if (isNew && code !== '' && code !== 'no-line')
      await this.parts.desk.trail.note({ what: 'refused', userId: this.open.user.id, code })
  }
}

/** A desk that was set up before packages said how to enrol takes it from a newer package that was put in its place. */
async function entryOfPackage(
  { packagePath }: LineParts['desk'],
  { secrets }: OpenSession,
): Promise<StationEntry | undefined> {
  const code = Buffer.from((await secrets.read(openingCodeSecret)) ?? []).toString('utf8')
  const read = await readStartingPackage(packagePath, code)
  const entry = read.kind === 'open' ? read.content.city : undefined
  if (entry) await keepEntry(secrets, entry)
  return entry
}

/** Statuses by which a message is halved, or set aside as one that the city cannot read. */
const ofTheMessage: ReadonlySet<number> = new Set([400, 413, 422])

/** The message has not gone out: what the city finds amiss with a question before it is no word about the message. */
function notOfTheMessage(answer: ExchangeResult): ExchangeResult {
  const isOfTheMessage = answer.kind === 'answer' && ofTheMessage.has(answer.status)
  return isOfTheMessage ? { kind: 'no-line', reason: 'other' } : answer
}

function asResponse(answer: ExchangeResult): Response {
  if (answer.kind === 'no-line') throw new Error(`no line: ${answer.reason}`)
  const { body, status, contentType } = answer
  const bytes = typeof body === 'string' ? body : new Uint8Array(body)
  return new Response(bytes, { status, headers: { 'content-type': contentType } })
}
