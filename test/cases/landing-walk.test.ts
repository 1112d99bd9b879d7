import { describe, expect, it } from 'vitest'
import { exampleContent, examplePerson } from '../../shared/cases/example-certificate.ts'
import { examplePermit } from '../../shared/cases/example-permit.ts'
import { migrationCertificateLanding as caseType } from '../../shared/cases/migration-certificate-landing-case/index.ts'
import { householdKey } from '../../shared/people/household.ts'
import { residentKey } from '../../shared/people/resident.ts'
import type { CertificateContent } from '../../shared/register/certificate.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { CaseWalk } from '../builders/case-walk.ts'

const day = '2026-03-13'
const here = { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街1号' }
const ids = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'] as const

const couple: CertificateContent = {
  ...exampleContent,
  origin: exampleContent.destination,
  destination: here,
  permitNumber: '蒙2026-00123456',
  persons: [
    examplePerson,
    {
      ...examplePerson,
      relation: '夫',
      name: '样例达来',
      sex: '1',
      birthDate: '1988-06-12',
      citizenId: '150499198806120013',
    },
  ],
}

const form = {
  presentedSerial: '辽2026-00000321',
  issuingOffice: '沈阳市样例派出所',
  issuedOn: '2026-03-01',
  validUntil: '2026-03-31',
  presentedContent: couple,
  legible: true,
  personsMatch: true,
  household: 'new',
  householdNumber: '000777',
  address: here,
  applicantKind: 'holder',
  identityChecked: true,
}

function land(facts: Readonly<Record<string, unknown>> = form, ...records: readonly RegisterRecord[]) {
  const walk = new CaseWalk(caseType, day, ...records)
  expect(walk.open(facts)).toEqual([])
  expect(walk.approve('chief')).toEqual([])
  const refusals = walk.take('land', { personIds: [...ids], stationName: '样例派出所' })
  return { walk, refusals }
}

describe('people who land with a migration certificate', () => {
  it('found their household, the holder at its head, and the register says where they came from', () => {
    const { walk } = land()
    expect(walk.records.get(householdKey('000777'))).toMatchObject({ headPersonId: ids[0] })
    expect(walk.records.get(residentKey(ids[0]))).toMatchObject({
      status: 'registered',
      relationToHead: '02',
      arrival: { on: day, from: '辽宁省沈阳市和平区样例路2号' },
      entries: [{ cause: 'moved-in' }],
    })
  })

  it('are entered and cancelled in one act when they died on the way, and the living heads the household', () => {
    const deaths = [{ name: examplePerson.name, diedOn: '2026-03-08', proofSeen: true }]
    const listed = {
      applicantKind: 'listed',
      applicantName: '样例达来',
      applicantCitizenId: '150499198806120013',
    }
    const { walk } = land({ ...form, ...listed, deaths })
    expect(walk.records.get(residentKey(ids[0]))).toMatchObject({
      status: 'deceased',
      statusCause: 'death',
      entries: [{ cause: 'moved-in' }, { cause: 'died' }],
    })
    expect(walk.records.get(residentKey(ids[1]))).toMatchObject({
      status: 'registered',
      relationToHead: '02',
    })
    expect(walk.records.get(householdKey('000777'))).toMatchObject({ headPersonId: ids[1] })
  })

  it('use up the permit of this county on which their certificate rests', () => {
    const { walk } = land(form, examplePermit)
    expect(walk.records.get(examplePermit.key)).toMatchObject({
      state: 'landed',
      landing: { on: day, source: 'presented' },
    })
  })

  it('found no household under a number that is taken', () => {
    const { walk } = land()
    const taken = walk.records.get(householdKey('000777'))
    if (!taken) throw new Error('no household')
    const again = new CaseWalk(caseType, day, taken)
    expect(again.open(form)).toEqual(['household-exists'])
  })

  it('are not registered a second time under the same citizen number', () => {
    const { walk } = land()
    const person = walk.records.get(residentKey(ids[0]))
    if (!person) throw new Error('no person')
    const again = new CaseWalk(caseType, day, person)
    expect(again.open({ ...form, householdNumber: '000778' })).toEqual(['registered-already'])
  })

  it('go back to the issuer with a certificate that was altered', () => {
    const walk = new CaseWalk(caseType, day)
    expect(walk.open({ ...form, legible: false }, 'officer', 'refer')).toEqual([])
    expect(caseType.rightOffice(walk.caseFile?.form ?? {})).toBe('沈阳市样例派出所')
  })
})
