import { must } from '../../shared/base/must.ts'
import { addDays } from '../../shared/base/plain-date.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { askedFacts } from '../../shared/cases/fields.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { judge, judgedOn } from '../../shared/policy/judge.ts'
import { settingAt } from '../../shared/policy/rule.ts'
import type { Matter } from './matter.ts'
import type { Stop } from './routes.ts'
import type { Stage } from './stage.ts'

type Facts = Readonly<Record<string, unknown>>

interface Moment {
  readonly stage: Stage
  readonly matter: Matter
  readonly caseFile: CaseFile | undefined
  readonly day: string
}

/** What each step of a sample case says, as the screens would have recorded it. */
export function factsOf(stop: Stop, moment: Moment): Facts {
  return factsAt[stop](moment)
}

const complete = (moment: Moment) => judgedForm(moment, moment.matter.form(moment.stage))
const incomplete = (moment: Moment) => judgedForm(moment, moment.matter.incompleteForm(moment.stage))
const nameOf = ({ stage }: Moment) => stage.parts.station.name

const factsAt: Readonly<Record<Stop, (moment: Moment) => Facts>> = {
  accept: complete,
  amend: complete,
  askForMore: (moment) => ({ ...incomplete(moment), note: '请补齐委托书后再来，已一次告知。' }),
  refer: (moment) => ({ ...complete(moment), note: '已把告知单交给申请人。' }),
  refuse: (moment) => ({ ...complete(moment), note: '已当面说明理由。' }),
  approve: (moment) => ({
    opinion: '同意',
    stationName: nameOf(moment),
    withOpenQuestion: moment.matter.asksCity,
  }),
  return: () => ({ reason: '联系电话与申请人说的不一致，请核对后再送。' }),
  withdraw: () => ({ reason: '申请人说原来的安排变了，暂时不办。' }),
  compareCounterfoil: (moment) => ({
    agrees: true,
    note: '与存根逐项核对，一致。',
    stationName: nameOf(moment),
  }),
  print: (moment) => printing(moment.stage, moment.day, nameOf(moment)),
  good: () => ({ answer: 'good' }),
  jammed: () => ({ answer: 'jammed' }),
  notOut: () => ({ answer: 'not-out' }),
  handOver: ({ matter }) => ({ receivedBy: matter.receivedBy, signed: true }),
  land: (moment) => ({ personIds: moment.matter.newPersonIds, stationName: nameOf(moment) }),
  cityAnswer,
}

function judgedForm({ stage, matter, day }: Moment, form: Facts): Facts {
  const caseType = must(findCaseType(matter.caseType), `no case type ${matter.caseType}`)
  const { station } = stage.parts
  const judgement = judge(caseType.policy, askedFacts(caseType.fields, form), settingAt(station, day))
  return {
    form: askedFacts(caseType.fields, form),
    stationName: station.name,
    judged: judgedOn(judgement, day),
  }
}

function printing(stage: Stage, day: string, issuerName: string): Facts {
  return { serial: stage.takeSheet(day).serial, issuedOn: day, validUntil: addDays(day, 30), issuerName }
}

function cityAnswer({ caseFile, matter }: Moment): Facts {
  const question = must(caseFile?.questions[0], 'the city answers a question that was asked')
  const { value, on, office } = must(matter.cityAnswer, 'the matter says what the city knows')
  return { questionId: question.id, value, ...(on ? { on } : {}), ...(office ? { office } : {}) }
}
