import { refused, type Outcome } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { checkAuthors, type CheckAuthor } from '../authors/check-author.ts'
import type { CityVerdict, SendActions } from '../../shared/sync/messages.ts'
import type { Queries } from '../database/database.ts'
import { checkDraws } from '../leases/may-draw.ts'
import { actionDigest } from './action-digest.ts'
import { answersTo } from './answer-questions.ts'
import { decideAction, type Desk } from './decide-action.ts'
import { receiptNumber, type FiledAuthor, type Filing } from './filing.ts'
import { findKnownVerdicts, type KnownVerdict } from './known-verdicts.ts'
import { openStand } from './stand.ts'
import { findUnfitness, findUnusable, idReused, refusedToKeep } from './unfit-for-filing.ts'
import { lockStation } from './lock-station.ts'
import { writeFiling } from './write-filing.ts'

/** What came of a message: the answer to the station, and what it added to the city's base. */
export interface MessageFiled {
  readonly verdicts: readonly CityVerdict[]
  readonly filing: Filing
}

/** A message while it is worked through. */
interface Work extends Desk {
  readonly known: Map<string, KnownVerdict>
  readonly filing: Filing
  readonly checkAuthor: CheckAuthor
  nextOrder: number
}

/**
 * Files a station's message inside a transaction. The station's row is locked first, so that its orders have no gaps
 * and follow the commits, however many server processes stand beside this one; other stations go on meanwhile.
 */
export async function fileMessage(
  queries: Queries,
  { station, actions, signatures = [] }: SendActions,
  at: string,
  reportFault: (error: unknown) => void,
): Promise<MessageFiled> {
  const lastOrder = await lockStation(queries, station)
  const known = await findKnownVerdicts(
    queries,
    station,
    actions.map((action) => action.id),
  )
  const stand = openStand(queries, station)
  const filing: Filing = { station, at, filed: [], refused: [] }
  const mayDraw = checkDraws(queries, filing)
  const checkAuthor = checkAuthors(queries, station, signatures)
  const nextOrder = lastOrder + 1
  const work: Work = { queries, stand, mayDraw, known, filing, checkAuthor, reportFault, nextOrder }
  await stand.prefetch(actions.filter((action) => !known.has(action.id) && !findUnusable(action)))
  const verdicts: CityVerdict[] = []
  for (const action of actions) verdicts.push(await verdictOn(action, work))
  await fileAnswers(work)
  if (filing.filed.length + filing.refused.length > 0) await writeFiling(queries, filing, stand)
  return { verdicts, filing }
}

async function verdictOn(action: Action, work: Work): Promise<CityVerdict> {
  const digest = actionDigest(action)
  const before = work.known.get(action.id)
  if (before)
    return before.digest === digest
      ? before.verdict
      : { id: action.id, outcome: 'refused', refusals: [idReused] }
  const judged = await judge(action, work)
  const verdict: CityVerdict = judged.ok
    ? file(action, work, judged.value)
    : { id: action.id, outcome: 'refused', refusals: [...judged.refusals] }
  if (verdict.outcome === 'refused') work.filing.refused.push(refusedToKeep(action, verdict.refusals))
  work.known.set(action.id, { digest, verdict })
  return verdict
}

/** Accepted with the author's signature, where there is one. */
async function judge(action: Action, work: Work): Promise<Outcome<FiledAuthor | undefined>> {
  const unfit = findUnusable(action) ?? (await findUnfitness(action, work.filing, work.queries))
  if (unfit) return refused(unfit)
  const author = await work.checkAuthor(action)
  if (!author.ok) return author
  const outcome = await decideAction(action, work)
  return outcome.ok ? author : outcome
}

function file(action: Action, work: Work, author?: FiledAuthor): CityVerdict {
  const order = work.nextOrder
  work.nextOrder += 1
  const receipt = receiptNumber(work.filing.station, order)
  work.filing.filed.push({ order, receipt, action, ...(author ? { author } : {}) })
  return { id: action.id, outcome: 'accepted', order, receipt }
}

/** The city answers in the same transaction; the station fetches the answers behind its own actions. */
async function fileAnswers(work: Work): Promise<void> {
  const { queries, stand, filing } = work
  const answers = await answersTo(stand.changedCases(), queries, filing.at)
  for (const answer of answers) {
    const outcome = await decideAction(answer, work)
    if (outcome.ok) file(answer, work)
    else work.reportFault(new Error(`the city's own answer was refused: ${outcome.refusals[0]?.code ?? ''}`))
  }
}
