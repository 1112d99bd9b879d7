import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { questionAnswered } from '../../shared/cases/city-questions.ts'
import { refusedIdOf } from '../../shared/cases/standard-steps/refusal-steps.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { isSignedBy } from '../../server/authors/verify-signature.ts'
import { signedDigestOf } from '../../shared/proof/author-key.ts'
import type { Database } from '../../server/database/database.ts'
import { makeBlank, type MadeStation } from '../builders/reissues.ts'
import { readUnreceived } from '../../renderer/local/attachments.ts'
import { attachmentContentSchema } from '../../renderer/local/attachment-rows.ts'
import { digestOf } from '../builders/pictures.ts'
import { optionsOfTests } from '../server/city-under-test.ts'
import { promise } from './promise.ts'
import { expectOwnNumbers } from './lease-invariants.ts'
import type { FuzzDesk } from './fuzz-desk.ts'

interface CityState {
  readonly filed: readonly {
    order: number
    action: Action
    keyId: string | null
    signature: string | null
  }[]
  readonly refused: ReadonlySet<string>
  readonly cases: ReadonlyMap<string, CaseFile>
  readonly records: ReadonlyMap<string, RegisterRecord>
}

async function readCity(database: Database, { code }: MadeStation): Promise<CityState> {
  const filed = await database.query<CityState['filed'][number]>(
    'select order_number as "order", action, author_key as "keyId", author_signature as signature from actions where station = $1 order by order_number',
    [code],
  )
  const refused = await database.query<{ id: string }>('select id from refused_actions where station = $1', [
    code,
  ])
  const cases = await database.query<{ body: CaseFile }>('select body from cases where station = $1', [code])
  const records = await database.query<{ body: RegisterRecord }>(
    'select body from records where station = $1',
    [code],
  )
  return {
    filed,
    refused: new Set(refused.map(({ id }) => id)),
    cases: new Map(cases.map(({ body }) => [body.id, body])),
    records: new Map(records.map(({ body }) => [body.key, body])),
  }
}

/** Everything that must hold of a station once its desks and the city have spoken to each other. */
export async function expectInvariants(
  database: Database,
  station: MadeStation,
  desks: readonly FuzzDesk[],
  blanks: number,
): Promise<number> {
  const city = await readCity(database, station)
  expectEachOnce(city)
  for (const desk of desks) await expectAnswered(city, desk)
  await expectEachRefusalOnADesk(city, desks)
  expectNothingTwice(city)
  expectStockBalances(city, station, blanks)
  expectOneHandAtATime(city)
  expectEachSignedByItsAuthor(city, desks)
  expectEachQuestionAnsweredOnce(city)
  await expectOwnNumbers(database, station, city, desks)
  for (const desk of desks) await expectSameCopy(city, desk)
  for (const desk of desks) await expectScansAtCity(database, station, desk)
  return city.filed.length + city.refused.size
}

function expectEachOnce({ filed, refused }: CityState): void {
  const ids = filed.map(({ action }) => action.id)
  promise(new Set(ids).size === ids.length, 'an action is filed once')
  promise(
    filed.every(({ order }, at) => order === at + 1),
    'the orders of a station have no gaps',
  )
  promise(!ids.some((id) => refused.has(id)), 'an action is filed or refused, never both')
}

async function expectAnswered({ filed, refused }: CityState, desk: FuzzDesk): Promise<void> {
  const filedIds = new Set(filed.map(({ action }) => action.id))
  const withReasons = await desk.refusalsWithReasons()
  for (const [id, delivery] of await desk.deliveries()) {
    const atCity = filedIds.has(id) ? 'received' : refused.has(id) ? 'refused' : 'lost'
    promise(
      delivery === atCity,
      `what the desk says of ${id} (${delivery}) is what the city says (${atCity})`,
    )
    promise(
      delivery !== 'refused' || withReasons.has(id),
      `the refusal of ${id} is on the desk with its reasons`,
    )
  }
}

/**
 * Each refused step is open on the machine that took it, or a colleague's as its case says, as it was taken there, or somebody
 * decided on it and said how; a handing over that came to nothing is told by what was to be handed over.
 */
async function expectEachRefusalOnADesk(
  { cases, refused }: CityState,
  desks: readonly FuzzDesk[],
): Promise<void> {
  const all = [...cases.values()]
  const handed = new Map(
    all.flatMap(({ handedRefusals = [] }) => handedRefusals.map((each) => [each.refused.id, each] as const)),
  )
  const settled = new Set(all.flatMap(({ settledRefusals = [] }) => settledRefusals.map(({ id }) => id)))
  const known = new Set<string>()
  for (const desk of desks) {
    const here = await desk.refusedHere()
    const ids = new Set(here.map(({ action }) => action.id))
    for (const { action, open, content } of here) {
      const { id, step, facts, by, device, at } = action
      known.add(id)
      const told = refusedIdOf(step, facts)
      const isTold = step === 'handRefusal' && told !== undefined && ids.has(told)
      const colleagues = handed.get(id)
      promise(
        (open === 2) === (colleagues !== undefined),
        `refusal ${id} is a colleague's where its case says so`,
      )
      promise(!settled.has(id) || open === 0, `refusal ${id} is decided on where its case says so`)
      promise(open !== 0 || content.closed !== undefined || isTold, `somebody said how ${id} was decided on`)
      promise(
        !colleagues || isEqual(colleagues.refused, { id, step, facts, by, device, at }),
        `refusal ${id} was handed over as it was`,
      )
    }
  }
  for (const id of [...handed.keys(), ...settled]) {
    promise(refused.has(id), `only what the city refused is handed over: ${id}`)
    promise(known.has(id), `the machine of refusal ${id} still has it`)
    promise(!(handed.has(id) && settled.has(id)), `refusal ${id} is open or decided on`)
  }
}

function expectNothingTwice({ cases, records }: CityState): void {
  const numbers = [...cases.values()].map(({ number }) => number)
  promise(new Set(numbers).size === numbers.length, 'no acceptance number stands twice')
  const used = [...cases.values()].flatMap(({ sheets }) =>
    sheets.filter(({ outcome }) => outcome === 'issued').map(({ key }) => key),
  )
  promise(new Set(used).size === used.length, 'no sheet is issued twice')
  const issued = [...records.values()].filter(
    (record) => record.kind === 'certificate' && record.state === 'issued' && used.includes(record.key),
  )
  promise(issued.length === used.length, 'every issued sheet stands in the register as issued')
}

function expectStockBalances({ records, cases }: CityState, station: MadeStation, blanks: number): void {
  const stock = Array.from({ length: blanks }, (_, n) => records.get(makeBlank(station, n).key))
  const left = stock.filter((sheet) => sheet?.kind === 'certificate' && sheet.state === 'blank').length
  const outcomes = [...cases.values()].flatMap(({ sheets }) => sheets)
  const used = new Set(outcomes.filter(({ outcome }) => outcome !== 'not-used').map(({ key }) => key)).size
  promise(left + used === blanks, `the stock balances: ${left} blank and ${used} used of ${blanks}`)
}

/** Walks the log: while somebody holds a case, every step of the desks is that person's, at one machine. */
function expectOneHandAtATime({ filed }: CityState): void {
  const holders = new Map<string, { userId: string; device?: string }>()
  const inPrinter = new Set<string>()
  for (const { action } of filed) {
    const { caseId, step, by, device, facts } = action
    if (step === 'print') inPrinter.add(caseId)
    if (step === 'confirmSheet') inPrinter.delete(caseId)
    const holder = holders.get(caseId)
    if (step === 'claim') holders.set(caseId, { userId: by.userId, device })
    else if (step === 'assign' || step === 'takeOver')
      holders.set(caseId, {
        userId: String((facts['caseworker'] as { userId?: unknown }).userId),
      })
    else if (step === 'release') holders.delete(caseId)
    else if (step === 'handRefusal' && holder?.userId === by.userId && !inPrinter.has(caseId))
      holders.set(caseId, { userId: String((facts['caseworker'] as { userId?: unknown }).userId) })
    else if (holder && deskWork.has(step)) {
      const isTheirs = holder.userId === by.userId && (holder.device ?? device) === device
      promise(isTheirs, `case ${caseId} is worked on by its holder alone (${step})`)
      holders.set(caseId, { ...holder, device })
    }
  }
}

/** Under every step of a desk lies the signature of whoever took it, over what stands at the city now. */
function expectEachSignedByItsAuthor({ filed }: CityState, desks: readonly FuzzDesk[]): void {
  for (const { action, keyId, signature } of filed) {
    const desk = desks.find(({ place }) => place.device === action.device)
    if (action.by.role === 'city' || !desk) continue
    const { key } = desk.authors.personOf(action.by)
    const isSigned = isSignedBy(key.publicKey, signedDigestOf(action), signature ?? '')
    promise(
      isSigned && keyId === key.keyId,
      `step ${action.step} of ${action.caseId} is signed by its author`,
    )
  }
}

/** The city asks itself nothing twice, and leaves no question behind. */
function expectEachQuestionAnsweredOnce({ filed, cases }: CityState): void {
  const answered = filed.map(({ action }) => questionAnswered(action)).filter((id) => id !== '')
  promise(new Set(answered).size === answered.length, 'a question is answered once')
  const asked = [...cases.values()].flatMap(({ questions }) => questions)
  const open = asked.filter(({ id, answer }) => !answer || !answered.includes(id))
  promise(open.length === 0, `every question is answered: ${open[0]?.id ?? ''}`)
}

const deskWork: ReadonlySet<string> = new Set(['print', 'confirmSheet', 'handOver'])

async function expectSameCopy({ cases, records }: CityState, desk: FuzzDesk): Promise<void> {
  const here = await desk.cases()
  promise(here.length === cases.size, `${desk.place.device} has ${here.length} cases, the city ${cases.size}`)
  for (const caseFile of here)
    promise(isEqual(caseFile, cases.get(caseFile.id)), `case ${caseFile.id} is the same at desk and city`)
  const register = [...desk.store.register.all()]
  promise(register.length === records.size, 'desk and city have equally many records')
  for (const record of register)
    promise(isEqual(record, records.get(record.key)), `record ${record.key} is the same at desk and city`)
}

/** What a desk calls received lies at the city, whole; and nothing that it has the file of is left here in the end. */
async function expectScansAtCity(
  database: Database,
  { code }: MadeStation,
  { place, store, pictures }: FuzzDesk,
): Promise<void> {
  const left = (await readUnreceived(store)).filter(({ digest }) => pictures.has(digest))
  promise(left.length === 0, `every scan of ${place.device} came to the city: ${left[0]?.digest ?? ''}`)
  for (const row of await store.database.attachments.where('state').equals('received').toArray()) {
    const sealedAt = `attachments/${row.key}`
    const { digest } = attachmentContentSchema.parse(await store.codec.open(row.sealed, sealedAt))
    const [stored] = await database.query(
      'select 1 from attachments where station = $1 and digest = $2 and stored_at is not null',
      [code, digest],
    )
    const bytes = await readFile(join(optionsOfTests.attachmentFolder, code, digest)).catch(() => undefined)
    const isWhole = bytes !== undefined && digestOf(bytes) === digest
    promise(stored !== undefined && isWhole, `scan ${digest} that is called received is at the city`)
  }
}

/** Equal whatever the order of the keys: the database keeps its own. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  )
}
