import { dateInChinese } from '../../base/plain-date.ts'
import { residencePermitKey } from '../../register/residence-permit.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper } from '../case-type.ts'
import { permitApplicationPaper, permitRecordPaper } from '../residence-permit-papers.ts'
import { servicesPaper } from '../services-paper.ts'
import { fields, type PermitApplicationFacts } from './fields.ts'

/** The act writes the number that it registered onto the case. */
function issuedKeys({ form }: CaseFile): string[] {
  const number = form['permitNumber']
  return typeof number === 'string' ? [residencePermitKey(number)] : []
}

const grounds = new Map(fields.ground.choices.map(({ value, label }): [string, string] => [value, label]))

const isIssued = ({ status }: CaseFile) => status === 'issued' || status === 'closed'

export const papers: readonly Paper[] = [
  permitApplicationPaper(({ caseFile, day }) => {
    const facts = caseFile.form as PermitApplicationFacts
    const { hukouPlace, residencePlace, residesSince } = facts
    const hukouAddress = { region: hukouPlace?.region ?? '', detail: hukouPlace?.detail ?? '' }
    return {
      occasion: '首次申领',
      holder: {
        holder: {
          name: facts.personName ?? '',
          sex: facts.sex ?? '',
          ethnicGroup: facts.ethnicGroup ?? '',
          birthDate: facts.birthDate ?? day,
          citizenId: facts.citizenId ?? '',
          hukouAddress,
        },
      },
      citizenId: facts.citizenId ?? '',
      householdAddress: `${hukouPlace?.regionName ?? ''}${hukouPlace?.detail ?? ''}`,
      residenceAddress: `${residencePlace?.regionName ?? ''}${residencePlace?.detail ?? ''}`,
      residenceSince: residesSince ? dateInChinese(residesSince) : '',
      ground: grounds.get(facts.ground ?? '') ?? '',
    }
  }),
  permitRecordPaper(issuedKeys),
  servicesPaper({
    name: '持居住证可以享受的服务',
    receiver: 'permit',
    available: isIssued,
    occasion: () => '已经领取居住证',
    basis: '居住证',
  }),
]
