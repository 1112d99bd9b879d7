import { describe, expect, it } from 'vitest'
import { exampleCertificate } from '../../shared/cases/example-certificate.ts'
import { examplePermit } from '../../shared/cases/example-permit.ts'
import { ownRecordContent, tellsOf } from '../../shared/cases/own-record.ts'
import type { BirthCertificateRecord } from '../../shared/register/birth-certificate.ts'
import type { ResidencePermitRecord } from '../../shared/register/residence-permit.ts'
import { person, sources } from '../builders/own-record-sources.ts'
import { makeHousehold } from '../statistics/made-register.ts'

const { issue: _issue, ...notIssued } = exampleCertificate
const unissued = { ...notIssued, state: 'blank' } as const

const residencePermit: ResidencePermitRecord = {
  kind: 'residence-permit',
  key: 'residence-permit:JZ1504300001',
  number: 'JZ1504300001',
  holder: {
    name: person.name,
    sex: '1',
    ethnicGroup: '01',
    birthDate: '1994-01-01',
    citizenId: person.citizenId,
    hukouAddress: { region: '150404', detail: '样例街3号' },
  },
  residence: { region: '150430', detail: '样例街1号' },
  residesSince: '2024-10-01',
  ground: 'job',
  state: 'issued',
  issuedOn: '2025-05-01',
  yearsCountFrom: '2025-05-01',
  usableUntil: '2026-04-30',
  endorsements: [],
  replacements: [],
  entries: [],
  version: 1,
}

const birthCertificate: BirthCertificateRecord = {
  kind: 'birth-certificate',
  key: 'birth-certificate:S150000001',
  number: 'S150000001',
  child: person.key,
  usedOn: '2026-02-03',
  caseId: 'c1',
  version: 1,
}

describe('what a person’s own record holds', () => {
  it('names offices and days of those who looked, and nobody’s name', () => {
    const content = ownRecordContent(sources)
    // Half past four in the afternoon at Greenwich is the next day at the counter.
    expect(content.looks).toEqual([
      { on: '2026-02-01', role: '户籍民警', reason: '群众咨询本人情况', times: 2 },
      { on: '2026-02-01', role: '已离岗人员', reason: '办理案件', times: 1 },
    ])
    expect(content.cases[0]?.openedOn).toBe('2025-05-06')
    expect(JSON.stringify(content)).not.toContain('那顺样')
  })

  it('finds what tells of a person by the record or by the citizen number, and nothing by an empty number', () => {
    expect(tellsOf(person, { any: [{ child: person.key }] })).toBe(true)
    expect(tellsOf(person, { any: person.citizenId })).toBe(true)
    expect(tellsOf({ ...person, citizenId: '' }, { other: '' })).toBe(false)
    expect(tellsOf(person, undefined)).toBe(false)
  })

  it('has a line for each sheet, with its kind, number, day and state; records of others are no sheets', () => {
    const { sheets } = ownRecordContent({
      ...sources,
      sheets: [
        exampleCertificate,
        unissued,
        examplePermit,
        residencePermit,
        birthCertificate,
        person,
        makeHousehold('1'),
      ],
    })
    expect(sheets).toEqual([
      { kind: '户口迁移证', number: '蒙迁字第00123456号', on: '2026年3月1日', state: '已签发' },
      { kind: '户口迁移证', number: '蒙迁字第00123456号', on: '', state: '空白' },
      { kind: '准予迁入证明', number: '蒙准字第00123456号', on: '2026年3月1日', state: '已签发' },
      { kind: '居住证', number: 'JZ1504300001', on: '2025年5月1日', state: '使用中' },
      { kind: '出生医学证明', number: 'S150000001', on: '2026年2月3日', state: '已用于登记' },
    ])
  })

  it('says since when and why somebody is not registered any more', () => {
    const gone = { ...person, status: 'cancelled', statusOn: '2026-02-01', statusCause: 'death' } as const
    expect(ownRecordContent({ ...sources, person: gone }).status).toBe('已注销，2026年2月1日起，死亡')
    expect(ownRecordContent(sources).status).toBe('在册')
  })

  it('is whole as it was last read', async () => {
    const content = ownRecordContent({
      ...sources,
      cases: [
        sources.cases[0],
        {
          ...sources.cases[0],
          number: 'earlier',
          openedAt: '2020-01-01T00:00:00.000Z',
          caseType: 'unknown-matter',
        },
      ],
    })
    await expect(`${JSON.stringify(content, undefined, 1)}\n`).toMatchFileSnapshot('./said/own-record.txt')
  })
})
