import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { dottedName } from '../documents/made-up-words.ts'
import { makePerson } from '../statistics/made-register.ts'

/** Somebody with kin, one correction and two looks on the same day, who asks for the own record. */
export const person: ResidentRecord = makePerson(7, {
  name: '白音查干',
  citizenId: '150499199003051234',
  kin: [
    { relation: 'mother', name: dottedName, documentNumber: '150499196701014321' },
    { relation: 'guardian', name: '苏日娜', documentNumber: '' },
  ],
  entries: [
    {
      on: '2025-05-06',
      cause: 'corrected',
      item: '出生日期',
      before: '1990年3月6日',
      after: '1990年3月5日',
      reason: '录入错误',
      caseId: 'c1',
      caseNumber: 'YL-2-20250506-0003',
      by: '那顺样',
    },
  ],
})

const caseFile: CaseFile = {
  id: 'c1',
  caseType: 'item-correction',
  number: 'YL-2-20250506-0003',
  station: '150499000001',
  status: 'closed',
  version: 3,
  form: { person: { citizenId: person.citizenId } },
  steps: [],
  questions: [],
  sheets: [],
  openedAt: '2025-05-05T17:30:00.000Z',
  changedAt: '2025-05-06T02:00:00.000Z',
}

export const sources = {
  person,
  request: { asker: 'self', identity: 'id-card', purpose: 'copy', entitlementSeen: false } as const,
  station: {
    code: '150499000001',
    name: '赤峰市公安局样例分局样例派出所',
    shortName: '样例派出所',
    countyCode: '150499',
    address: '样例街道虚构路1号',
    phone: '0476-0000000',
  },
  device: 'D3F0A',
  day: '2026-03-01',
  cases: [caseFile],
  sheets: [],
  looks: [
    { at: '2026-02-01T01:00:00.000Z', role: 'officer', reason: 'enquiry' },
    { at: '2026-02-01T02:00:00.000Z', role: 'officer', reason: 'enquiry' },
    { at: '2026-01-31T16:30:00.000Z', role: undefined, reason: 'case' },
  ] as const,
  looksSince: '2026-01-02',
} as const
