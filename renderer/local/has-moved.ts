import type { Refusal } from '../../shared/base/outcome.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'

/** Whether the case is another than the one seen: it is the fold of its steps, whose number alone may be the same again. */
export function hasMoved(seen: CaseFile, now: CaseFile | undefined): boolean {
  return idsOf(seen).join() !== idsOf(now).join()
}

/** Why a step is not taken on a case that moved while the clerk looked at it: what came in, by whom. */
export function movedSince(seen: CaseFile, now: CaseFile | undefined, { steps }: CaseType): Refusal {
  const known = new Set(idsOf(seen))
  const news = (now?.steps ?? []).flatMap(({ actionId, step, by }) =>
    known.has(actionId) ? [] : [`${by.name}“${steps[step]?.name ?? step}”`],
  )
  const what = news.length > 0 ? `本案刚才有了新的一步：${news.join('、')}。` : '本案刚才有了变动。'
  return { code: 'case-moved', message: `${what}请看过现在的内容再按一次，填写的都在。` }
}

function idsOf(caseFile: CaseFile | undefined): string[] {
  return (caseFile?.steps ?? []).map(({ actionId }) => actionId)
}
