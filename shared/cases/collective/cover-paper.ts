import { refused } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import { collectiveBookletCover } from '../../documents/collective-booklet-cover.ts'
import { addressInWords } from '../../people/address.ts'
import { collectiveKindNames } from '../../people/household.ts'
import { findHousehold, type RecordKey } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper } from '../case-type.ts'
import { collectiveGone } from './household-rules.ts'

/** The head page of the collective booklet (集体户口簿首页), as an overprint; a member's proof is it and the member's card. */
export function collectiveCover(keysOf: (caseFile: CaseFile) => readonly RecordKey[]): Paper {
  return {
    id: 'collective-booklet-cover',
    name: '集体户口簿首页（套打）',
    kind: 'slip',
    occasion: 'result',
    available: (caseFile) => caseFile.status === 'closed' && keysOf(caseFile).length > 0,
    touches: keysOf,
    make: ({ caseFile, records, clerk, calibration, day }) => {
      const household = keysOf(caseFile)
        .map((key) => findHousehold(records, key))
        .find((found) => found?.collective)
      if (!household?.collective) return refused(collectiveGone)
      const { collective, number, address } = household
      return collectiveBookletCover(
        {
          unit: collective.unitName,
          creditCode: collective.creditCode,
          kind: collectiveKindNames[collective.collectiveKind],
          householdNumber: number,
          address: addressInWords(address),
          headName: collective.headName,
          stewardName: collective.steward.name,
          stewardTelephone: collective.steward.phone,
          approval: `${dateInChinese(collective.approvedOn)}核准`,
          bookNumber: '',
          issuedOn: dateInChinese(day),
          clerk: clerk.name,
        },
        { kind: 'printed-stock', calibration },
      )
    },
  }
}
