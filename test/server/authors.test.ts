import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asyncProperty, assert, constantFrom, integer, property } from 'fast-check'
import { isSignedBy } from '../../server/authors/verify-signature.ts'
import type { Action } from '../../shared/cases/action.ts'
import {
  authorMessage,
  isVouched,
  signedDigestOf,
  type ActionSignature,
} from '../../shared/proof/author-key.ts'
import { algorithmNames, algorithmNamed, type AlgorithmName } from '../../shared/proof/signature-port.ts'
import { actionsFiledSchema, type CityVerdict } from '../../shared/sync/messages.ts'
import { userKeysAnswerSchema, type UserKeysReport } from '../../shared/sync/user-keys.ts'
import { makeChallenge } from '../../server/tokens/challenge.ts'
import { actionDigest } from '../../server/receive/action-digest.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { instantOfTests, makeStation, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, bearer, bothStores, firstOf, messageOf, type CityUnderTest } from './city-under-test.ts'

describe.each(bothStores)('who acted, at the city on %s', (_name, open) => {
  let base: CityUnderTest
  beforeAll(async () => {
    base = await open()
  })
  afterAll(() => base.close())

  const post = (station: MadeStation, url: string, payload: object) =>
    base.app.inject({ method: 'POST', url, headers: bearer(station), payload })

  async function certify(machine: MadeAuthors, station: MadeStation): Promise<void> {
    const { challenge } = await makeChallenge(base.city)
    const answer = await post(station, '/v1/machine-reports', machine.machineReport(challenge))
    expect(answer.statusCode, answer.body).toBe(200)
  }

  /** A station whose machine's key is certified, and whose people are known there. */
  async function knownStation(algorithm: AlgorithmName = 'ed25519') {
    const station = await addStation(base.city, 2)
    const authors = new MadeAuthors(station.code, 'D1', algorithm)
    const steps = reissueActions({ station, n: 0 })
    for (const { by } of steps) authors.personOf(by)
    await certify(authors, station)
    return { station, authors, steps }
  }

  async function report(station: MadeStation, keys: UserKeysReport) {
    const answer = await post(station, '/v1/user-keys', keys)
    return answer.statusCode === 200
      ? userKeysAnswerSchema.parse(answer.json()).keys.map(codeOf)
      : [(answer.json() as { code: string }).code]
  }

  async function file(
    station: MadeStation,
    actions: readonly Action[],
    signatures: readonly ActionSignature[],
  ) {
    const answer = await post(station, '/v1/actions', { ...messageOf(station, actions), signatures })
    expect(answer.statusCode, answer.body).toBe(200)
    return actionsFiledSchema.parse(answer.json()).verdicts.map(codeOf)
  }

  const authorRows = (station: MadeStation) =>
    base.city.database.query<{ author_key: string | null; author_signature: string | null }>(
      'select author_key, author_signature from actions where station = $1 order by order_number',
      [station.code],
    )

  it.each(algorithmNames)('files each step with the signature of whoever took it (%s)', async (algorithm) => {
    const { station, authors, steps } = await knownStation(algorithm)
    expect(await report(station, authors.report())).toEqual(['on-file', 'on-file'])
    expect(await report(station, authors.report())).toEqual(['on-file', 'on-file'])
    const signatures = steps.map((step) => authors.signatureOf(step))
    expect(await file(station, steps, signatures)).toEqual(steps.map(() => 'accepted'))
    expect(await authorRows(station)).toEqual(
      signatures.map(({ keyId, signature }) => ({ author_key: keyId, author_signature: signature })),
    )
  })

  it('takes the steps of somebody without a key on file, and the row says that they are unsigned', async () => {
    const { station, steps } = await knownStation()
    expect(await file(station, steps, [])).toEqual(steps.map(() => 'accepted'))
    expect(await authorRows(station)).toEqual(steps.map(() => ({ author_key: null, author_signature: null })))
  })

  it('takes what was recorded before a person’s first key unsigned, and nothing after it', async () => {
    const { station, steps } = await knownStation()
    const later = new MadeAuthors(station.code, 'D1', 'ed25519', instantOfTests)
    for (const { by } of steps) later.personOf(by)
    await certify(later, station)
    await report(station, later.report())
    const [accept, approve] = steps
    const before = { ...firstOf(steps), at: new Date(Date.parse(instantOfTests) - 1000).toISOString() }
    expect(await file(station, [before], [])).toEqual(['accepted'])
    expect(accept && approve && (await file(station, [approve], []))).toEqual(['author-unsigned'])
  })

  it('asks for the signature of somebody known at one machine at every machine, and of everybody at a known machine', async () => {
    const { station, authors, steps } = await knownStation()
    await report(station, authors.report())
    const step = firstOf(steps)
    expect(await file(station, [{ ...step, device: 'D2' }], [])).toEqual(['author-unsigned'])
    const invented = { ...step.by, userId: 'invented', policeNumber: '999999' }
    expect(await file(station, [{ ...step, id: crypto.randomUUID(), by: invented }], [])).toEqual([
      'author-unsigned',
    ])
    const otherId = { ...step.by, userId: 'invented' }
    const elsewhere = { ...step, id: crypto.randomUUID(), device: 'D2', by: otherId }
    expect(await file(station, [elsewhere], [])).toEqual(['author-unsigned'])
  })

  it('keeps an old key provable when a person gets another: what it signed before then is taken, and nothing later', async () => {
    const { station, authors, steps } = await knownStation()
    await report(station, authors.report())
    const [accept, approve] = steps
    if (!accept || !approve) throw new Error('the walk has two steps')
    const renewed = new MadeAuthors(station.code, 'D1', 'ed25519', '2026-03-10T00:30:00.000Z')
    renewed.personOf(accept.by)
    await certify(renewed, station)
    expect(await report(station, renewed.report())).toEqual(['on-file'])
    const late = { ...accept, id: crypto.randomUUID() }
    expect(await file(station, [late], [authors.signatureOf(late)])).toEqual(['author-key-ended'])
    const early = { ...accept, at: '2026-03-10T00:29:00.000Z' }
    expect(await file(station, [early], [authors.signatureOf(early)])).toEqual(['accepted'])
  })

  it('puts no key on file of a machine that it does not know or cut off, of another machine, of a leaver, or without proof', async () => {
    const { station, authors } = await knownStation()
    const [first, second] = authors.report().keys
    if (!first || !second) throw new Error('two people work there')
    const stranger = new MadeAuthors(station.code, 'D1')
    stranger.personOf(station.clerk)
    expect(await report(station, stranger.report())).toEqual(['machine-unknown'])
    const foreign = { ...authors.report(), keys: stranger.report().keys }
    expect(await report(station, foreign)).toEqual(['not-vouched'])
    const elsewhere = new MadeAuthors(station.code, 'D2')
    const ofD2 = [elsewhere.personOf(station.clerk).key]
    expect(await report(station, authors.report(ofD2))).toEqual(['not-vouched'])
    const borrowed = authors.report([{ ...first, possession: second.possession }])
    expect(await report(station, borrowed)).toEqual(['not-vouched'])
    const raised = authors.report([{ ...first, role: 'city' }])
    expect(await report(station, raised)).toEqual(['not-vouched'])
    await base.city.database.query('insert into leavers values ($1, $2, current_date)', [
      station.code,
      second.policeNumber,
    ])
    expect(await report(station, authors.report())).toEqual(['on-file', 'has-left'])
    await base.city.database.query('update machine_keys set revoked_at = now() where station = $1', [
      station.code,
    ])
    expect(await report(station, authors.report())).toEqual(['machine-revoked'])
  })
})

function codeOf(verdict: CityVerdict | { outcome: string; code?: string }): string {
  if ('refusals' in verdict) return firstOf(verdict.refusals).code
  return 'code' in verdict && verdict.code !== undefined ? verdict.code : verdict.outcome
}

const made = makeStation(7)
const walkers = new MadeAuthors(made.code, 'D1')
const walk = reissueActions({ station: made, n: 0 })
/** A walk, and its first step with each thing about it changed. */
const someActions: readonly Action[] = [
  ...walk,
  ...[firstOf(walk)].flatMap((step) => [
    { ...step, id: '8d5ab591-9bf0-4450-ac3f-e99473e518c5' },
    { ...step, caseId: '8d5ab591-9bf0-4450-ac3f-e99473e518c5' },
    { ...step, step: 'approve' },
    { ...step, by: { ...step.by, name: '样例别人' } },
    { ...step, by: { ...step.by, role: 'chief' as const } },
    { ...step, device: 'D2' },
    { ...step, at: '2026-03-10T01:00:00.001Z' },
    { ...step, base: { ...step.base, case: 9 } },
    { ...step, facts: { ...step.facts, number: '1' } },
    { ...step, version: 2 },
  ]),
]

describe('a signature', () => {
  it('is over the same digest at the desk and at the city', () => {
    for (const action of someActions) expect(signedDigestOf(action)).toBe(actionDigest(action))
  })

  it('passes for no other action, whatever was changed, and whichever byte of the signature', async () => {
    await assert(
      asyncProperty(
        constantFrom(...someActions),
        integer({ min: 0, max: 127 }),
        integer({ min: 1, max: 15 }),
        async (action, place, by) => {
          const { signature } = walkers.signatureOf(action)
          const { publicKey } = walkers.personOf(action.by).key
          const digest = signedDigestOf(action)
          expect(isSignedBy(publicKey, digest, signature)).toBe(true)
          const digit = (Number.parseInt(signature.charAt(place), 16) ^ by).toString(16)
          const bent = `${signature.slice(0, place)}${digit}${signature.slice(place + 1)}`
          expect(isSignedBy(publicKey, digest, bent)).toBe(false)
          for (const other of someActions)
            if (other !== action) expect(isSignedBy(publicKey, signedDigestOf(other), signature)).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is judged alike by the system’s library and by the one of the desks', () => {
    const { secret, key } = walkers.personOf(firstOf(someActions).by)
    const ed25519 = algorithmNamed('ed25519')
    assert(
      property(integer({ min: 0, max: 63 }), integer({ min: 0, max: 255 }), (place, xor) => {
        const digest = signedDigestOf({ place })
        const bytes = Buffer.from(ed25519.sign(secret, authorMessage(digest)), 'hex')
        bytes[place] = (bytes[place] ?? 0) ^ xor
        const signature = bytes.toString('hex')
        expect(isSignedBy(key.publicKey, digest, signature)).toBe(
          ed25519.verify(key.publicKey, authorMessage(digest), signature),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('of a key is none for a machine’s word, nor the other way round', () => {
    const [vouched] = walkers.report().keys
    if (!vouched) throw new Error('somebody works there')
    const machine = walkers.machineKey
    expect(isVouched(vouched, machine)).toBe(true)
    expect(isVouched({ ...vouched, vouched: vouched.possession }, machine)).toBe(false)
    expect(isVouched({ ...vouched, possession: vouched.vouched }, machine)).toBe(false)
    expect(isVouched(vouched, vouched.publicKey)).toBe(false)
  })
})
