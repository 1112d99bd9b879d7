import { accepted, refused } from '../base/outcome.ts'
import { dateInChinese } from '../base/plain-date.ts'
import { ethnicGroups } from '../codes/gbt3304-ethnic-group.ts'
import { sexes } from '../codes/gbt2261-1-sex.ts'
import {
  residencePermitApplication,
  type ResidencePermitApplicationContent,
} from '../documents/residence-permit-application.ts'
import { residencePermitRecord } from '../documents/residence-permit-record.ts'
import { addressInWords } from '../people/address.ts'
import { residencePermitStateNames, type ResidencePermitRecord } from '../register/residence-permit.ts'
import { findResidencePermit, type RecordKey } from '../register/record.ts'
import type { CaseFile } from './case-file.ts'
import type { Material, Paper, PaperContext } from './case-type.ts'
import type { PersonApplicantFacts } from './person-applicant.ts'
import { headOf } from './slip-papers.ts'

/** The permit's data with all endorsements (居住证登记及签注记录), for the holder and the file. */
export function permitRecordPaper(keysOf: (caseFile: CaseFile) => readonly RecordKey[]): Paper {
  return {
    id: 'residence-permit-record',
    name: '居住证登记及签注记录',
    kind: 'slip',
    occasion: 'result',
    available: (caseFile) =>
      (caseFile.status === 'issued' || caseFile.status === 'closed') && keysOf(caseFile).length > 0,
    touches: keysOf,
    make: (context) => {
      const permit = keysOf(context.caseFile)
        .map((key) => findResidencePermit(context.records, key))
        .find((found) => found !== undefined)
      if (!permit) return refused({ code: 'no-permit', message: '登记里没有这张居住证，不能打印记录。' })
      return accepted(recordOf(permit, context))
    },
  }
}

function recordOf(permit: ResidencePermitRecord, { station, day, clerk }: PaperContext) {
  const { holder } = permit
  return residencePermitRecord({
    station: station.name,
    permitNumber: permit.number,
    state: residencePermitStateNames[permit.state],
    ...holderInWords(permit),
    citizenId: holder.citizenId,
    householdAddress: addressInWords(holder.hukouAddress),
    residenceAddress: addressInWords(permit.residence),
    issuer: '旗县区公安局',
    issuedOn: permit.issuedOn,
    residenceCountsFrom: permit.yearsCountFrom,
    endorsements: permit.endorsements.map((each) => ({
      ...each,
      clerk: clerkOf(permit, each.on, clerk.name),
    })),
    printedOn: day,
  })
}

function clerkOf({ entries }: ResidencePermitRecord, on: string, otherwise: string): string {
  return entries.find((entry) => entry.on === on)?.by ?? otherwise
}

function holderInWords({ holder }: Pick<ResidencePermitRecord, 'holder'>) {
  return {
    name: holder.name,
    sex: sexes.name(holder.sex) ?? '',
    ethnicGroup: ethnicGroups.name(holder.ethnicGroup) ?? '',
    birthDate: dateInChinese(holder.birthDate),
  }
}

type Own = Pick<
  ResidencePermitApplicationContent,
  'occasion' | 'citizenId' | 'householdAddress' | 'residenceAddress' | 'residenceSince' | 'ground'
> & { readonly holder: Pick<ResidencePermitRecord, 'holder'> }

/** The form that the applicant signs (居住证申领登记表), filled in from the case. */
export function permitApplicationPaper(ownOf: (context: PaperContext) => Own): Paper {
  return {
    id: 'residence-permit-application',
    name: '居住证申领登记表',
    kind: 'archive',
    occasion: 'accepted',
    available: ({ steps }) => steps.some(({ step }) => step === 'accept' || step === 'amend'),
    touches: () => [],
    make: (context) => {
      const { caseFile, caseType } = context
      const applicant = caseFile.form as PersonApplicantFacts
      const { holder, ...own } = ownOf(context)
      const isOther = applicant.applicantKind !== 'self'
      return accepted(
        residencePermitApplication({
          head: headOf(context),
          ...holderInWords(holder),
          ...own,
          telephone: applicant.applicantPhone ?? '',
          photoSource: '居民身份证照片库，没有的现场拍',
          agent: isOther ? (applicant.applicantName ?? '') : '',
          agentCitizenId: isOther ? (applicant.applicantCitizenId ?? '') : '',
          proofs: caseType.materials(caseFile.form).map(proofOf),
        }),
      )
    },
  }
}

const proofKinds = { resident: '申请人提交', police: '民警核查', records: '档案或者共享数据' } as const

function proofOf({ name, from }: Material) {
  return { name, kind: proofKinds[from] }
}
