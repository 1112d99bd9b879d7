import { contentOf } from '../../renderer/sync/judge-answer.ts'
import type { LineAnswer, LinePort, MessageBody } from '../../renderer/sync/line-port.ts'
import type { Action } from '../../shared/cases/action.ts'
import { actionsToKeepPath, askVerdictsSchema, verdictsPath } from '../../shared/sync/answer-later.ts'
import {
  fetchActionsSchema,
  messageAtCitySchema,
  mostActionsAtOnce,
  oldestProtocol,
  protocolVersion,
  type CityVerdict,
  type FiledAction,
} from '../../shared/sync/messages.ts'
import { instantOfTests } from '../builders/reissues.ts'

/** What may go wrong with one exchange. `answer-lost`: the city did its work, and its word did not come back. */
export type Mishap =
  | 'answer-lost'
  | 'no-line'
  | 'captive-portal'
  | 'foreign-json'
  | 'foreign-verdicts'
  | 'unknown-station'
  | 'fault-500'

/** A city that files in memory and speaks the real messages, with a script of mishaps on the way to it. */
export interface ScriptedCity extends LinePort {
  /** What it filed, in its own order. */
  readonly filed: readonly FiledAction[]
  /** Bodies of the messages that were posted, as ids, whether or not they were taken. */
  readonly posted: readonly (readonly string[])[]
  /** What goes wrong with the next posts, one after the other. */
  script(...mishaps: Mishap[]): void
  /** Refuses these actions, with a reason. */
  refuse(id: string): void
  /** Cannot read a message that has this action in it. */
  cannotRead(id: string): void
  /** Takes no message with more actions than this: too large for it, or (400) longer than it says a message may be. */
  takeAtMost(count: number, status?: 400 | 413): void
  /** Hands out at most so many at a time. */
  handOutAtMost(count: number): void
  /** Is busy: keeps what is sent, judges it at the question after so many, and until then says that it is at it. Undefined: busy no more. */
  keepAndJudgeAfter(questions: number | undefined): void
  /** Knows `keep=first`: keeps what more follows on, and judges when it is asked. */
  knowsToKeepFirst(): void
  /** Reads every version that this program speaks; the oldest alone until then. */
  speaksNewest(): void
  /** Every exchange but those about health: its path, oldest first. */
  readonly paths: readonly string[]
  /** Forgets what it kept and did not judge. */
  loseWhatIsKept(): void
  /** Files what came from elsewhere, e.g. its own answer to a question. */
  fileFromElsewhere(action: Action): void
  /** Called as a post arrives, before anything is decided. */
  watch(listener: () => Promise<void>): void
}

function answer(status: number, content: unknown): LineAnswer {
  return { kind: 'answer', status, contentType: 'application/json', body: JSON.stringify(content) }
}

const mishapAnswers: Readonly<Record<Mishap, LineAnswer>> = {
  'answer-lost': { kind: 'no-line', reason: 'cut' },
  'no-line': { kind: 'no-line', reason: 'refused' },
  'captive-portal': {
    kind: 'answer',
    status: 200,
    contentType: 'text/html',
    body: '<html><title>上网登录</title></html>',
  },
  'foreign-json': answer(200, { ok: true }),
  'foreign-verdicts': answer(200, { protocol: oldestProtocol, verdicts: [] }),
  'unknown-station': answer(401, { code: 'unknown-station', message: '市局不认识这个派出所。' }),
  'fault-500': { kind: 'answer', status: 500, contentType: 'text/html', body: 'bad gateway' },
}

export function makeScriptedCity(): ScriptedCity {
  const filed: FiledAction[] = []
  const posted: string[][] = []
  const mishaps: Mishap[] = []
  const refusals = new Set<string>()
  const judged = new Map<string, CityVerdict>()
  const unreadable = new Set<string>()
  let most = mostActionsAtOnce
  let tooMany = 413
  let handOutMost = 500
  const paths: string[] = []
  let keepsFirst = false
  let newest: number = oldestProtocol
  let questionsLeft: number | undefined
  let kept: Action[] = []
  let watcher: () => Promise<void> = () => Promise.resolve()

  const file = (action: Action): CityVerdict => {
    if (refusals.has(action.id)) {
      const reason = { code: 'original-not-standing', message: '原证已经在别处作废。' }
      return { id: action.id, outcome: 'refused', refusals: [reason] }
    }
    const before = filed.find((each) => each.action.id === action.id)
    const order = before?.order ?? filed.length + 1
    const receipt = `受${order}`
    if (!before) filed.push({ action, order, receipt })
    return { id: action.id, outcome: 'accepted', order, receipt }
  }

  const take = (path: string, body: MessageBody): LineAnswer => {
    const { actions } = messageAtCitySchema.parse(contentOf(body))
    posted.push(actions.map(({ id }) => id))
    const mishap = mishaps.shift()
    if (mishap && mishap !== 'answer-lost') return mishapAnswers[mishap]
    if (actions.length > most) return answer(tooMany, { code: 'too-large', message: '一次发送太多。' })
    if (actions.some(({ id }) => unreadable.has(id))) {
      return answer(422, { code: 'bad-fact', message: '“facts”填写的内容不符合要求。' })
    }
    if (questionsLeft !== undefined || (keepsFirst && path === actionsToKeepPath)) {
      kept.push(...actions)
      const keptNow = answer(202, { protocol: oldestProtocol, kept: actions.length })
      return mishap ? mishapAnswers[mishap] : keptNow
    }
    const filedNow = answer(200, { protocol: oldestProtocol, verdicts: actions.map(file) })
    return mishap ? mishapAnswers[mishap] : filedNow
  }

  const tellVerdicts = (body: string): LineAnswer => {
    const mishap = mishaps.shift()
    if (mishap) return mishapAnswers[mishap]
    const { ids } = askVerdictsSchema.parse(JSON.parse(body))
    const isDone = questionsLeft === undefined || questionsLeft === 0
    if (isDone) for (const action of kept.splice(0)) judged.set(action.id, file(action))
    else questionsLeft = (questionsLeft ?? 1) - 1
    const verdicts = ids.flatMap((id) => judged.get(id) ?? [])
    return answer(200, { protocol: oldestProtocol, verdicts, judging: kept.length > 0 })
  }

  const handOut = (path: string): LineAnswer => {
    const query = Object.fromEntries(new URL(path, 'app://city').searchParams)
    const { after, limit } = fetchActionsSchema.parse(query)
    const rest = filed.filter(({ order }) => order > after)
    const actions = rest.slice(0, Math.min(limit, handOutMost))
    const upTo = actions.at(-1)?.order ?? after
    return answer(200, { protocol: oldestProtocol, actions, upTo, more: rest.length > actions.length })
  }

  const health = () => ({
    status: 'ready',
    protocol: oldestProtocol,
    protocols: { oldest: oldestProtocol, newest },
    store: 'embedded',
    now: instantOfTests,
    sample: true,
  })
  return {
    filed,
    posted,
    paths,
    knowsToKeepFirst: () => (keepsFirst = true),
    speaksNewest: () => (newest = protocolVersion),
    script: (...next) => mishaps.push(...next),
    refuse: (id) => refusals.add(id),
    cannotRead: (id) => unreadable.add(id),
    takeAtMost: (count, status = 413) => {
      most = count
      tooMany = status
    },
    handOutAtMost: (count) => (handOutMost = count),
    keepAndJudgeAfter: (questions) => (questionsLeft = questions),
    loseWhatIsKept: () => (kept = []),
    fileFromElsewhere: (action) => void file(action),
    watch: (listener) => (watcher = listener),
    exchange: async (method, path, body) => {
      if (path === '/v1/health') return answer(200, health())
      paths.push(path)
      if (method === 'GET') return handOut(path)
      if (path === verdictsPath) return tellVerdicts(typeof body === 'string' ? body : '')
      await watcher()
      return take(path, body ?? '')
    },
  }
}
