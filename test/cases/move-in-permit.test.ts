import { describe, expect, it } from 'vitest'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { examplePermit, examplePermitContent, examplePermitFacts } from '../../shared/cases/example-permit.ts'
import { moveInPermitIssue } from '../../shared/cases/move-in-permit-issue-case/index.ts'
import { moveInPermitReissue } from '../../shared/cases/move-in-permit-reissue-case/index.ts'
import { countyBureauName, sheetKindOf } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { certificateKey } from '../../shared/register/certificate.ts'
import type { MoveInPermitRecord } from '../../shared/register/move-in-permit.ts'
import { CaseWalk } from '../builders/case-walk.ts'
import { blankPermit } from '../builders/sheet-walk.ts'

const day = '2026-03-13'
const lastDay = '2026-04-22'

const first = blankPermit('00000501')
const second = blankPermit('00000502')
const printing = (sheet: MoveInPermitRecord, validUntil = lastDay) => ({
  serial: sheet.serial,
  issuedOn: day,
  validUntil,
  issuerName: exampleStation.name,
})

const issueForm = {
  ...examplePermitFacts,
  moverKind: 'ordinary',
  permitInHand: false,
  settlementGround: 'kin',
  qualification: 'qualified',
  qualificationReason: '夫妻投靠，结婚证看过。',
  applicantKind: 'self',
  identityChecked: true,
}

const reissueForm = {
  originalSource: 'register',
  original: examplePermit,
  lossKind: 'lost',
  lossStatement: '在火车上丢了。',
  contentChange: 'none',
  leafLeft: 'none',
  applicantKind: 'self',
  identityChecked: true,
  moveOutCheck: 'not-moved',
  moveOutCheckedHow: '电话问迁出地派出所',
}

function permitOf(walk: CaseWalk, { key }: MoveInPermitRecord): MoveInPermitRecord {
  const record = walk.records.get(key)
  if (record?.kind !== 'move-in-permit') throw new Error(`no permit ${key}`)
  return record
}

/** What a paper says, as text. */
function papersText(walk: CaseWalk, id: string): string {
  const paper = walk.caseType.papers.find((each) => each.id === id)
  const made = paper && walk.make(paper)
  if (!made?.ok) throw new Error(`no paper ${id}`)
  return JSON.stringify(made.value)
}

function issued(): CaseWalk {
  const walk = new CaseWalk(moveInPermitIssue, day, first, second)
  expect(walk.open(issueForm)).toEqual([])
  expect(walk.approve('chief', 'county')).toEqual([])
  expect(walk.take('print', printing(first))).toEqual([])
  expect(walk.take('confirmSheet', { answer: 'good' })).toEqual([])
  return walk
}

describe('the issue of a move-in permit', () => {
  it('waits for the county after the chief, and prints nothing before', () => {
    const walk = new CaseWalk(moveInPermitIssue, day, first)
    walk.open(issueForm)
    expect(walk.approve('chief')).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-county')
    expect(walk.take('print', printing(first))).toEqual(['wrong-status'])
  })

  it('is the county bureau’s, good for forty days, and says what was asked', () => {
    const permit = permitOf(issued(), first)
    expect(permit).toMatchObject({
      state: 'issued',
      content: examplePermitContent,
      issue: {
        issuerCode: '150430000000',
        issuerName: '敖汉旗公安局',
        validUntil: lastDay,
        handler: '民警乙',
        remark: '',
      },
    })
  })

  it('is not valid for longer than forty days', () => {
    const walk = new CaseWalk(moveInPermitIssue, day, first)
    walk.open(issueForm)
    walk.approve('chief', 'county')
    expect(walk.take('print', printing(first, '2026-04-23'))).toEqual(['validity-too-long'])
    expect(walk.messages.join('')).toContain('40天')
  })

  it('stands with one number on three leaves', () => {
    const text = papersText(issued(), 'move-in-permit')
    expect(text.split('蒙准字第00000501号')).toHaveLength(4)
    expect(text.split('以下空白')).toHaveLength(4)
  })

  it('is closed when the two leaves are in the applicant’s hands', () => {
    const walk = issued()
    expect(walk.take('handOver', { receivedBy: '样例达来', signed: true })).toEqual([])
    expect(walk.caseFile?.status).toBe('closed')
  })

  it('spoils a jammed sheet with reason and hand, and goes on with the next number', () => {
    const walk = new CaseWalk(moveInPermitIssue, day, first, second)
    walk.open(issueForm)
    walk.approve('chief', 'county')
    walk.take('print', printing(first))
    expect(walk.take('confirmSheet', { answer: 'jammed' })).toEqual([])
    expect(permitOf(walk, first).spoiled).toMatchObject({ on: day, reason: 'jammed', by: '民警乙' })
    expect(walk.take('print', printing(first))).toEqual(['serial-used'])
    expect(walk.take('print', printing(second))).toEqual([])
  })

  it('is not printed on a certificate’s sheet of the same number', () => {
    const { content: _content, ...sheet } = first
    const certificate = { ...sheet, kind: 'certificate' as const, key: certificateKey(first.serial) }
    const walk = new CaseWalk(moveInPermitIssue, day, certificate)
    walk.open(issueForm)
    walk.approve('chief', 'county')
    expect(walk.take('print', printing(first))).toEqual(['serial-not-ours'])
  })

  it('is not for somebody who is registered here already', () => {
    const resident: ResidentRecord = {
      kind: 'person',
      key: 'person:00000000-0000-4000-8000-000000000001',
      id: '00000000-0000-4000-8000-000000000001',
      householdNumber: '000123',
      relationToHead: '10',
      name: '样例娜仁',
      formerName: '',
      sex: '2',
      ethnicGroup: '02',
      birthDate: '1991-09-20',
      birthplace: '',
      nativePlace: '',
      education: '',
      occupation: '',
      maritalStatus: '',
      citizenId: '150499199109200020',
      address: { region: '150430', detail: '新惠镇样例街1号' },
      committee: '',
      status: 'registered',
      pinyinInitials: '',
      version: 1,
    }
    const walk = new CaseWalk(moveInPermitIssue, day, first, resident)
    expect(walk.open(issueForm)).toEqual(['registered-here'])
  })

  it('is looked into when the officer is not sure, and goes on once he is', () => {
    const { qualificationReason: _reason, ...unsure } = { ...issueForm, qualification: 'unclear' }
    const walk = new CaseWalk(moveInPermitIssue, day, first)
    expect(walk.open(unsure)).toEqual([])
    expect(walk.caseFile?.status).toBe('investigating')
    expect(walk.investigate({ qualification: 'qualified', qualificationReason: '走访属实。' })).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-approval')
  })
})

describe('the reissue of a move-in permit', () => {
  function reissued(form: Readonly<Record<string, unknown>> = reissueForm, original = examplePermit) {
    const walk = new CaseWalk(moveInPermitReissue, day, original, first, second)
    expect(walk.open(form)).toEqual([])
    expect(walk.approve('chief', 'county')).toEqual([])
    expect(walk.take('print', printing(first))).toEqual([])
    return walk
  }

  it('voids the old number with the intent to print, before the new one exists', () => {
    const walk = reissued()
    expect(permitOf(walk, examplePermit)).toMatchObject({
      state: 'void',
      voided: { reason: 'lost', by: '民警乙' },
    })
    expect(permitOf(walk, first).state).toBe('printing')
  })

  it('says the same as the original, with a remark on all three leaves, and keeps the chain', () => {
    const walk = reissued()
    walk.take('confirmSheet', { answer: 'good' })
    const remark = '补发。原证：蒙准字第00123456号，2026年3月1日签发，已遗失作废。'
    expect(permitOf(walk, first)).toMatchObject({
      state: 'issued',
      content: examplePermitContent,
      replaces: examplePermit.key,
      issue: { remark },
    })
    expect(permitOf(walk, examplePermit).replacedBy).toBe(first.key)
    expect(papersText(walk, 'move-in-permit').split('蒙准字第00123456号')).toHaveLength(4)
  })

  it('keeps the old number void when the new sheet jams, and does not void it twice', () => {
    const walk = reissued()
    walk.take('confirmSheet', { answer: 'jammed' })
    expect(permitOf(walk, examplePermit).state).toBe('void')
    expect(walk.take('print', printing(second))).toEqual([])
    expect(permitOf(walk, second).replaces).toBe(examplePermit.key)
  })

  it('exchanges an expired permit that was handed back', () => {
    const expired: MoveInPermitRecord = {
      ...examplePermit,
      issue: {
        issuedOn: '2026-01-31',
        validUntil: '2026-03-12',
        issuerCode: '150430000000',
        issuerName: '敖汉旗公安局',
        handler: '样例民警',
        remark: '',
      },
    }
    const { lossStatement: _story, leafLeft: _leaf, ...rest } = reissueForm
    const form = { ...rest, original: expired, lossKind: 'expired', originalHandedBack: true }
    const walk = reissued(form, expired)
    expect(permitOf(walk, first).issue?.remark).toMatch(/^换发。.*已超过有效期限，收回作废。$/)
    expect(permitOf(walk, expired).voided?.reason).toBe('expired')
  })

  it('believes the register and not the counter about a permit that has landed', () => {
    const landed: MoveInPermitRecord = {
      ...examplePermit,
      state: 'landed',
      landing: { on: '2026-03-10', office: '样例派出所', source: 'presented' },
    }
    const walk = new CaseWalk(moveInPermitReissue, day, landed, first)
    expect(walk.open(reissueForm)).toContain('not-used')
  })

  it('is refused with its reason when the move out is done already', () => {
    const walk = new CaseWalk(moveInPermitReissue, day, examplePermit, first)
    expect(walk.open({ ...reissueForm, moveOutCheck: 'moved-out' }, 'officer', 'refuse')).toEqual([])
    expect(walk.caseFile?.status).toBe('refused')
  })

  it('waits for the city when there is no line, and takes its answer as a conflict', () => {
    const { moveOutCheckedHow: _how, ...form } = { ...reissueForm, moveOutCheck: 'unknown' }
    const walk = new CaseWalk(moveInPermitReissue, day, examplePermit, first)
    expect(walk.open(form)).toEqual([])
    expect(walk.caseFile?.questions).toMatchObject([{ about: examplePermit.key, conflict: false }])
    const unseen = { opinion: '同意', stationName: exampleStation.name, withOpenQuestion: false }
    expect(walk.take('approve', unseen, 'chief')).toEqual(['open-question-unseen'])
    const questionId = walk.caseFile?.questions[0]?.id ?? ''
    walk.take('cityAnswer', { questionId, value: 'landed', on: '2026-03-09', office: '某派出所' }, 'city')
    expect(permitOf(walk, examplePermit)).toMatchObject({ state: 'landed', landing: { source: 'city' } })
  })

  it('makes a counterfoil an original only after a second person compared it', () => {
    const { original: _picked, ...rest } = reissueForm
    const form = {
      ...rest,
      ...examplePermitFacts,
      originalSource: 'counterfoil',
      counterfoilSerial: '蒙2026-00004321',
      counterfoilIssuedOn: '2026-03-01',
    }
    const walk = new CaseWalk(moveInPermitReissue, day, first)
    expect(walk.open(form)).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-comparison')
    const compared = { agrees: true, note: '', stationName: exampleStation.name }
    expect(walk.take('compareCounterfoil', compared)).toEqual(['four-eyes'])
    expect(walk.take('compareCounterfoil', compared, 'secondOfficer')).toEqual([])
    expect(walk.records.get('move-in-permit:蒙2026-00004321')).toMatchObject({
      source: 'counterfoil',
      state: 'issued',
      content: examplePermitContent,
      issue: { validUntil: '2026-04-10' },
    })
    expect(walk.approve('chief', 'county')).toEqual([])
    expect(walk.take('print', printing(first))).toEqual([])
  })
})

describe('kinds of numbered sheet', () => {
  it('are told by the paper that a case type prints', () => {
    expect(sheetKindOf(moveInPermitIssue)?.name).toBe('准予迁入证明')
  })

  it('name a county’s bureau by itself and a district’s as a branch of the city’s', () => {
    expect(countyBureauName('150430100000')).toBe('敖汉旗公安局')
    expect(countyBureauName('150402100000')).toBe('赤峰市公安局红山区分局')
  })
})
