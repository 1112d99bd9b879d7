import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { addressInWords } from '../../people/address.ts'
import type { ResidencePermitRecord } from '../../register/residence-permit.ts'
import { residencePermitKey, residencePermitStateNames } from '../../register/residence-permit.ts'
import { findResidencePermit } from '../../register/record.ts'
import { pickPermit } from '../picked.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { handOverStep } from '../sheet-steps/hand-over.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, serviceFields, type PermitServiceFacts } from './fields.ts'
import { endorsementFor, policy } from './policy.ts'

const makesCard = ({ service }: PartialFacts) => service === 'exchange' || service === 'replace'

/** A new card is the county's to make (clause 65); what changes only the record is the station's. */
export function decidedBy(facts: PartialFacts): readonly Level[] {
  return makesCard(facts) ? ['station', 'county'] : ['station']
}

const reasons = new Map(
  serviceFields.cancelReason.choices.map(({ value, label }): [string, string] => [value, label]),
)

type Change = Partial<ResidencePermitRecord> & {
  readonly item: string
  readonly was: string
  readonly is: string
  readonly reason: string
}

function changeBy(facts: PermitServiceFacts, permit: ResidencePermitRecord, day: string): Change | Refusal {
  switch (facts.service) {
    case 'endorse':
      return endorsed(facts, permit, day)
    case 'address': {
      const residence = { region: facts.newResidence?.region ?? '', detail: facts.newResidence?.detail ?? '' }
      const [was, is] = [addressInWords(permit.residence), addressInWords(residence)]
      return { residence, item: '居住地址', was, is, reason: '住址变更' }
    }
    case 'cancel': {
      const reason = reasons.get(facts.cancelReason ?? '') ?? ''
      return {
        state: 'cancelled',
        item: '状态',
        was: residencePermitStateNames[permit.state],
        is: '已注销',
        reason,
      }
    }
    default: {
      const reason = facts.service === 'replace' ? '丢失补领' : (facts.whatChanged ?? '换领').slice(0, 60)
      const replacements = [...permit.replacements, { on: day, reason }]
      return {
        replacements,
        item: '居住证',
        was: '原证',
        is: facts.service === 'replace' ? '补领' : '换领',
        reason,
      }
    }
  }
}

function endorsed(facts: PermitServiceFacts, permit: ResidencePermitRecord, day: string): Change | Refusal {
  const endorsement = endorsementFor({ ...facts, permit: pickPermit(permit) }, day)
  if (!endorsement || endorsement.kind === 'early') {
    return { code: 'too-early', message: '还没有到签注的时候。请在满一年前的一个月里登记。' }
  }
  const { until, yearsCountFrom, kind } = endorsement
  return {
    state: 'issued',
    usableUntil: until,
    yearsCountFrom,
    endorsements: [...permit.endorsements, { on: day, until, late: kind === 'late' }],
    item: '使用期限',
    was: permit.usableUntil,
    is: until,
    reason: kind === 'late' ? '补办签注，年限重新起算' : '按时签注',
  }
}

function changed(context: ActContext, permit: ResidencePermitRecord, change: Change): ResidencePermitRecord {
  const { item, was, is, reason, ...items } = change
  const { on, cause, caseId, caseNumber, by } = occasionOf(context, 'corrected', reason)
  const entry = {
    on,
    cause,
    item,
    before: was.slice(0, 300),
    after: is.slice(0, 300),
    reason,
    caseId,
    caseNumber,
    by,
  }
  return { ...permit, ...items, entries: [...permit.entries, entry] }
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(lawOf(fields, policy), { levels: decidedBy, afterwards: 'approved' }, [
    'station',
    'county',
  ]),
  carryOut: actStep(fields, {
    name: '登记办理',
    permission: 'register-people',
    from: ['approved'],
    to: ['issued', 'closed'],
    title: '登记办理',
    explain: '签注、变更、注销登记完就办结；换领、补领的新证做好以后再发放。',
    fields: {},
    decide: (context) => {
      const facts = context.caseFile.form as PermitServiceFacts
      const permit = findResidencePermit(context.records, residencePermitKey(facts.permit?.number ?? ''))
      if (!permit) {
        return refused({ code: 'no-permit', field: 'permit', message: '登记里没有这张居住证。请退回补正。' })
      }
      const change = changeBy(facts, permit, context.day)
      if ('code' in change) return refused(change)
      return accepted({
        status: makesCard(facts) ? 'issued' : 'closed',
        records: [changed(context, permit, change)],
      })
    },
  }),
  handOver: handOverStep,
}
