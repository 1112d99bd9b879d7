import { z } from 'zod'
import { accepted, refused } from '../../base/outcome.ts'
import type { Conclusion } from '../../policy/judge.ts'
import { defineStep } from '../step.ts'
import { acceptanceNumberSchema } from './accept.ts'
import { judgedFormSchema, judgeForm, type FormAndLaw, type JudgedForm } from './judged-form.ts'

/** The four ways in which an application does not go on to a decision; each hands the resident its own slip. */
const ways = {
  refer: {
    name: '告知去处',
    status: 'referred',
    when: ['refer', 'route'],
    otherwise: '按现在填写的情况，本所可以受理，不应转到别处。',
  },
  refuse: {
    name: '不予办理',
    status: 'refused',
    when: ['refuse', 'block'],
    otherwise: '没有一条规定不允许办理，不能作出不予办理的决定。',
  },
  askForMore: {
    name: '一次性告知补材料',
    status: 'supplementing',
    when: ['ask', 'incomplete'],
    otherwise: '没有缺少的材料或者情况，不需要让群众再跑一趟。',
  },
} as const satisfies Record<
  string,
  { name: string; status: string; when: readonly Conclusion[]; otherwise: string }
>

/** 告知去处, 不予办理, 一次性告知: only where the rules themselves come to that, never as the clerk pleases. */
export function turnAwayStep(law: FormAndLaw, way: keyof typeof ways) {
  const { name, status, when, otherwise } = ways[way]
  return defineStep({
    name,
    permission: way === 'refuse' ? 'refuse-case' : 'accept-case',
    from: ['new'],
    to: [status],
    facts: judgedFormSchema(law.fields).extend({ number: acceptanceNumberSchema, note: z.string().max(500) }),
    touches: ({ form }) => law.recordsOf(form),
    decide: (context, { form, number, stationName }) => {
      const judged = judgeForm(law, form, context, stationName)
      if (!concludes(judged, when)) return refused({ code: 'rules-say-otherwise', message: otherwise })
      return accepted({ status, number, form: judged.form })
    },
  })
}

function concludes(judged: JudgedForm, when: readonly Conclusion[]): boolean {
  const { conclusion } = judged.judgement
  const incomplete = conclusion === 'ready' && judged.missing.length > 0
  return when.includes(incomplete ? 'incomplete' : conclusion)
}
