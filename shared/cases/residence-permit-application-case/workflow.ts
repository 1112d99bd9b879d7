import { accepted, refused } from '../../base/outcome.ts'
import { addDays, addYears } from '../../base/plain-date.ts'
import { findResidencePermit } from '../../register/record.ts'
import { residencePermitKey, type ResidencePermitRecord } from '../../register/residence-permit.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { handOverStep } from '../sheet-steps/hand-over.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type PermitApplicationFacts } from './fields.ts'
import { policy } from './policy.ts'

/** The station accepts and the county issues (公通字〔2021〕12号, clause 65). */
export const decidedBy = (): readonly Level[] => ['station', 'county']

const law = lawOf(fields, policy)

/** A first permit holds for a year; it is endorsed in the month before each full year (clause 70). */
function newPermit(context: ActContext, number: string): ResidencePermitRecord {
  const facts = context.caseFile.form as PermitApplicationFacts
  const { by, caseId, caseNumber } = occasionOf(context, 'moved-in', '居住证首次发放')
  const issued = { item: '居住证', before: '', after: number, reason: '首次发放' }
  return {
    kind: 'residence-permit',
    key: residencePermitKey(number),
    number,
    holder: {
      name: facts.personName ?? '',
      sex: facts.sex ?? '0',
      ethnicGroup: facts.ethnicGroup ?? '97',
      birthDate: facts.birthDate ?? context.day,
      citizenId: facts.citizenId ?? '',
      hukouAddress: { region: facts.hukouPlace?.region ?? '', detail: facts.hukouPlace?.detail ?? '' },
    },
    residence: {
      region: facts.residencePlace?.region ?? '',
      detail: facts.residencePlace?.detail ?? '',
    },
    residesSince: facts.residesSince ?? context.day,
    ground: facts.ground === 'study' || facts.ground === 'dwelling' ? facts.ground : 'job',
    state: 'issued',
    issuedOn: context.day,
    yearsCountFrom: context.day,
    usableUntil: addDays(addYears(context.day, 1), -1),
    endorsements: [],
    replacements: [],
    entries: [{ on: context.day, cause: 'corrected', ...issued, caseId, caseNumber, by }],
    version: 0,
  }
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county']),
  issue: actStep(fields, {
    name: '登记发证',
    permission: 'register-people',
    from: ['approved'],
    to: ['issued'],
    title: '登记发证',
    explain: '首次申领不收费。证件由旗县区公安局制作，登记证件上的编号。',
    fields: { permitNumber: { kind: 'text', label: '居住证编号' } },
    touches: (_caseFile, { permitNumber }) => (permitNumber ? [residencePermitKey(permitNumber)] : []),
    decide: (context, { permitNumber = '' }) => {
      if (findResidencePermit(context.records, residencePermitKey(permitNumber))) {
        const message = '这个编号已经登记过了。请对照证件再输一次。'
        return refused({ code: 'number-used', field: 'permitNumber', message })
      }
      const form = { ...context.caseFile.form, permitNumber }
      return accepted({ status: 'issued', records: [newPermit(context, permitNumber)], form })
    },
  }),
  handOver: handOverStep,
}
