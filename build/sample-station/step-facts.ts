import { must } from '../../shared/base/must.ts'
import { addDays } from '../../shared/base/plain-date.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { askedFacts } from '../../shared/cases/fields.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { judge, judgedOn } from '../../shared/policy/judge.ts'
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
  const { stage, matter, day } = moment
  const stationName = stage.parts.station.name
  switch (stop) {
    case 'accept':
      return judgedForm(moment, matter.form(stage))
    case 'amend':
      return judgedForm(moment, matter.form(stage))
    case 'askForMore':
      return { ...judgedForm(moment, matter.incompleteForm(stage)), note: '请补齐委托书后再来，已一次告知。' }
    case 'refer':
      return { ...judgedForm(moment, matter.form(stage)), note: '已把告知单交给申请人。' }
    case 'refuse':
      return { ...judgedForm(moment, matter.form(stage)), note: '已当面说明理由。' }
    case 'approve':
      return { opinion: '同意', stationName, withOpenQuestion: matter.asksCity }
    case 'return':
      return { reason: '联系电话与申请人说的不一致，请核对后再送。' }
    case 'withdraw':
      return { reason: '申请人说原来的安排变了，暂时不办。' }
    case 'compareStub':
      return { agrees: true, note: '与存根逐项核对，一致。', stationName }
    case 'print':
      return printing(stage, day, stationName)
    case 'good':
      return { answer: 'good' }
    case 'jammed':
      return { answer: 'jammed' }
    case 'notOut':
      return { answer: 'not-out' }
    case 'handOver':
      return { receivedBy: matter.receivedBy, signed: true }
    case 'land':
      return { personIds: matter.newPersonIds, stationName }
    case 'cityAnswer':
      return cityAnswer(moment)
  }
}

function judgedForm({ stage, matter, day }: Moment, form: Facts): Facts {
  const caseType = must(findCaseType(matter.caseType), `no case type ${matter.caseType}`)
  const { code: stationCode, name: stationName } = stage.parts.station
  const judgement = judge(caseType.policy, askedFacts(caseType.fields, form), {
    day,
    stationCode,
    stationName,
  })
  return { form: askedFacts(caseType.fields, form), stationName, judged: judgedOn(judgement, day) }
}

function printing(stage: Stage, day: string, issuerName: string): Facts {
  return { serial: stage.takeSheet(day).serial, issuedOn: day, validUntil: addDays(day, 30), issuerName }
}

function cityAnswer({ caseFile, matter }: Moment): Facts {
  const question = must(caseFile?.questions[0], 'the city answers a question that was asked')
  const { value, on, office } = must(matter.cityAnswer, 'the matter says what the city knows')
  return { questionId: question.id, value, ...(on ? { on } : {}), ...(office ? { office } : {}) }
}
