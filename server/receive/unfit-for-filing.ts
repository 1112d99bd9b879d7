import type { Refusal } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { deciderSchema } from '../../shared/people/decider.ts'
import { aheadBy, isInstant } from '../../shared/base/hybrid-time.ts'
import { mostClockDrift } from '../../shared/sync/clock-drift.ts'
import type { Filing, RefusedAction } from './filing.ts'
import type { Queries } from '../database/database.ts'
import { mayDecide } from '../deciders/decider-rows.ts'
import { actionDigest } from './action-digest.ts'
import { actionText } from './action-text.ts'

/** The step that the city takes on its own, from its own base. */
const cityAnswersBy = 'cityAnswer'

/** Who decides above a station; at its desk only people whom the city entered for it. */
const aboveStations = deciderSchema.shape.role

/** `\u0000` and half a surrogate pair as JSON writes them: no text in PostgreSQL can hold them. */
const unstorable = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/i

/** What in an action nothing can be done with: asked before anything of it is looked up, counted with or told. */
export function findUnusable(action: Action): Refusal | undefined {
  if (!isInstant(action.at)) return notAnInstant
  return isUnstorable(actionText(action)) ? unstorableCharacter : undefined
}

/** What the city asks of an action beyond the law of its case: that it comes from who may send it. */
export async function findUnfitness(
  action: Action,
  { station, at }: Pick<Filing, 'station' | 'at'>,
  queries: Queries,
): Promise<Refusal | undefined> {
  const ahead = aheadBy(action.at, at)
  if (ahead > mostClockDrift) return datedAhead(ahead)
  if (action.station !== station) {
    return { code: 'other-station', message: '这是别的派出所的案件，本所不能发送。', citation: 'WR-8' }
  }
  if (action.by.role === 'inspector') {
    return { code: 'not-from-a-station', message: '督察只看不办，不能提交办理步骤。', citation: 'WR-7' }
  }
  if (action.step === cityAnswersBy) {
    return {
      code: 'not-from-a-station',
      message: '核查由市局自己答复，派出所不能代为提交。',
      citation: 'WR-7',
    }
  }
  const role = aboveStations.safeParse(action.by.role)
  if (
    role.success &&
    !(await mayDecide(queries, { policeNumber: action.by.policeNumber, role: role.data }))
  ) {
    return {
      code: 'decider-not-known',
      message: `市局没有登记 ${action.by.name}（警号 ${action.by.policeNumber || '没有'}）可以在本站审批。请报市局登记，登记后把这一步重新提交。`,
      citation: 'WR-7',
    }
  }
  return undefined
}

const notAnInstant: Refusal = {
  code: 'not-an-instant',
  field: 'at',
  message: '这一步写的时间市局读不懂，没有接收。请检查本机程序的版本，重新办理这一步。',
}

const unstorableCharacter: Refusal = {
  code: 'unstorable-character',
  message: '内容里有无法保存的字符，可能是粘贴带来的。请删去重新输入后再提交。',
}

/** Almost no text holds an escape at all, and looking for one is much quicker than looking for these. */
function isUnstorable(text: string): boolean {
  return text.includes('\\u') && unstorable.test(text)
}

/** A refusal as it is kept: such characters are replaced, and the action is known again by what came. */
export function refusedToKeep(action: Action, refusals: RefusedAction['refusals']): RefusedAction {
  const text = actionText(action)
  if (!isUnstorable(text)) return { action, refusals }
  const kept = JSON.parse(text.replaceAll(new RegExp(unstorable, 'gi'), '$1\uFFFD')) as Action
  return { action: kept, refusals, digest: actionDigest(action) }
}

/** An id belongs to one action for ever; another action under the same id is never filed and overwrites nothing. */
export const idReused: Refusal = {
  code: 'id-reused',
  message: '这一步的编号已经被另一步用过。请把这一步作为新的一步重新提交。',
}

/** Our own program failed on it: refused where a person sees it, so that no single step blocks the line behind it. */
export const cannotBeRead: Refusal = {
  code: 'cannot-be-read',
  message: '市局的程序读不懂这一步，没有接收。请联系市局户政，并从案件的办理记录里查看是哪一步。',
}

/** Days and deadlines are counted from it: a step that has not happened yet cannot be filed. */
function datedAhead(milliseconds: number): Refusal {
  const minutes = Math.round(milliseconds / 60_000)
  return {
    code: 'dated-ahead',
    field: 'at',
    message: `这一步写的时间比市局时钟快了 ${minutes} 分钟，市局没有接收。请管理员校准本机日期和时间后重新办理这一步；证件已经打出来的，先收回。`,
  }
}
