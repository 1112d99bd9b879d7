import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../shared/cases/assess.ts'
import {
  bornInJapan,
  child,
  day,
  father,
  grandfather,
  inOrder,
  mother,
  motherAlone,
  unmarriedWithFather,
} from '../../shared/cases/birth-registration-case/example-family.ts'
import { birthRegistration } from '../../shared/cases/birth-registration-case/index.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { residentKey, residentRecordSchema } from '../../shared/people/resident.ts'
import { checkDemand } from '../../shared/policy/forbidden-demands.ts'
import { registerRecordSchema } from '../../shared/register/record.ts'
import {
  approved,
  household,
  peopleBorn,
  recordOf,
  register,
  twins,
  twoNumbers,
  walkOf,
} from '../builders/birth-walk.ts'

function judged(facts: Readonly<Record<string, unknown>>, demands: readonly string[] = []) {
  return assess({ caseType: birthRegistration, facts, on: day, station: exampleStation, demands })
}

function rule(facts: Readonly<Record<string, unknown>>, id: string) {
  return judged(facts).rules.find((each) => each.id === id)
}

describe('registering a birth', () => {
  it('enters the child in the household of the parent followed, with a number and both parents', () => {
    const walk = approved(inOrder)
    expect(walk.act('register', { numbers: [{ name: '白小禾', sequence: '000' }] })).toEqual([])
    const [born] = peopleBorn(walk)
    expect(residentRecordSchema.parse(born)).toMatchObject({
      name: '白小禾',
      formerName: '',
      householdNumber: '000501',
      relationToHead: '33',
      nativePlace: '内蒙古自治区赤峰市敖汉旗',
      status: 'registered',
      kin: [
        { relation: 'father', personId: father.personId, name: '白海山' },
        { relation: 'mother', personId: mother.personId, name: '李秋月' },
      ],
    })
    expect(born?.citizenId).toMatch(/^15043020260302000[\dX]$/)
    expect(born?.entries?.map(({ cause }) => cause)).toEqual(['birth'])
    expect(walk.records.get('birth-certificate:Z150000001')).toMatchObject({ child: born?.key })
    expect(
      [...walk.records.values()].map((record) => registerRecordSchema.safeParse(record).success),
    ).not.toContain(false)
    expect(walk.caseFile?.status).toBe('closed')
  })

  it('is decided by the station on the spot when every check has come back', () => {
    expect(judged(inOrder)).toMatchObject({
      outcome: 'accept',
      decidedBy: [{ level: 'station' }],
      deadline: { workingDays: 0 },
    })
    expect(judged({ ...inOrder, elsewhereCheck: 'unreachable' }).deadline.workingDays).toBeGreaterThan(0)
  })

  it('gives each twin a record, a number and a rank of its own', () => {
    const walk = approved(twins)
    expect(walk.act('register', { numbers: twoNumbers })).toEqual([])
    expect(
      peopleBorn(walk).map(({ name, relationToHead, citizenId }) => [
        name,
        relationToHead,
        citizenId.slice(6, 17),
      ]),
    ).toEqual([
      ['白小禾', '32', '20260305000'],
      ['白小麦', '33', '20260305002'],
    ])
    expect([...walk.records.keys()].filter((key) => key.startsWith('birth-certificate:'))).toHaveLength(2)
  })

  it('ranks twins by the hour, whatever the order of the lines', () => {
    const walk = approved({ ...twins, children: twins.children?.toReversed() })
    expect(walk.act('register', { numbers: twoNumbers })).toEqual([])
    expect(peopleBorn(walk).map(({ name, relationToHead }) => [name, relationToHead])).toEqual([
      ['白小麦', '33'],
      ['白小禾', '32'],
    ])
  })

  it('says the ranks of twins beforehand when nobody counted older siblings, and guesses none into the register', () => {
    const uncounted = { ...twins, olderSisters: undefined }
    expect(rule(uncounted, 'relation-to-head')?.because).toContain('白小禾长女，白小麦次女')
    const walk = approved(uncounted)
    expect(walk.act('register', { numbers: twoNumbers })).toEqual([])
    expect(peopleBorn(walk).map(({ relationToHead }) => relationToHead)).toEqual(['30', '30'])
  })

  it.each([
    [
      'one code for two children',
      [
        { name: '白小禾', sequence: '000' },
        { name: '白小麦', sequence: '000' },
      ],
      'number-twice',
    ],
    ['a child without a code', [{ name: '白小禾', sequence: '000' }], 'numbers-missing'],
    ['a child nobody declared', [...twoNumbers, { name: '白小谷', sequence: '004' }], 'child-not-on-form'],
    [
      'a boy’s code for a girl',
      [
        { name: '白小禾', sequence: '001' },
        { name: '白小麦', sequence: '002' },
      ],
      'sequence-sex',
    ],
    [
      'a code of two digits',
      [
        { name: '白小禾', sequence: '00' },
        { name: '白小麦', sequence: '002' },
      ],
      'sequence-shape',
    ],
  ])('refuses %s', (_what, numbers, code) => {
    const walk = approved(twins)
    expect(walk.act('register', { numbers })).toEqual([code])
    expect(peopleBorn(walk)).toEqual([])
  })

  it('refuses a number that somebody at the station already bears', () => {
    const first = approved(inOrder)
    first.act('register', { numbers: [{ name: '白小禾', sequence: '000' }] })
    const [taken] = peopleBorn(first)
    if (!taken) throw new Error('nobody was registered')
    const walk = approved(
      { ...inOrder, children: [{ ...child, certificateNumber: 'Z150000009' }] },
      walkOf(...register, {
        ...taken,
        key: residentKey(grandfather.personId ?? ''),
        id: grandfather.personId ?? '',
      }),
    )
    expect(walk.act('register', { numbers: [{ name: '白小禾', sequence: '000' }] })).toEqual(['number-taken'])
  })

  it('refuses a certificate that registered another child, before and after acceptance', () => {
    const used = {
      kind: 'birth-certificate',
      key: 'birth-certificate:Z150000001',
      number: 'Z150000001',
      child: residentKey(grandfather.personId ?? ''),
      usedOn: '2026-01-05',
      caseId: 'other',
      version: 1,
    } as const
    const walk = walkOf(...register, used)
    expect(walk.open(inOrder)).toEqual(['certificate-used'])
    expect(walk.messages[0]).toContain('疑似伪造')
    const meanwhile = approved(inOrder)
    meanwhile.records.set(used.key, used)
    expect(meanwhile.act('register', { numbers: [{ name: '白小禾', sequence: '000' }] })).toEqual([
      'certificate-used',
    ])
  })

  it('registers a child that died before, gives it a number and cancels it in the same act', () => {
    const facts = { ...inOrder, children: [{ ...child, diedOn: '2026-03-07', deathProofSeen: true }] }
    const walk = approved(facts)
    expect(walk.act('register', { numbers: [{ name: '白小禾', sequence: '000' }] })).toEqual([])
    const [dead] = peopleBorn(walk)
    expect(dead).toMatchObject({ status: 'deceased', statusCause: 'death' })
    expect(dead?.citizenId).toHaveLength(18)
    expect(dead?.entries?.map(({ cause }) => cause)).toContain('died')
    expect(dead?.entries?.map(({ cause }) => cause)).toContain('birth')
  })

  it('keeps the certificate’s name although the family wishes another', () => {
    const facts = { ...inOrder, children: [{ ...child, name: '白小宝', wishedName: '白子轩' }] }
    expect(rule(facts, 'name-of-the-certificate')).toMatchObject({ result: 'unmet', consequence: 'warn' })
    expect(rule(facts, 'name-of-the-certificate')?.remedy).toContain('曾用名')
    const walk = approved(facts)
    walk.act('register', { numbers: [{ name: '白小宝', sequence: '000' }] })
    expect(peopleBorn(walk).map(({ name }) => name)).toEqual(['白小宝'])
  })

  it('refuses to enter a child with somebody who has left the register since', () => {
    const walk = approved(inOrder)
    walk.records.set(residentKey(father.personId ?? ''), recordOf(father, { status: 'moved-out' }))
    expect(walk.act('register', { numbers: [{ name: '白小禾', sequence: '000' }] })).toEqual([
      'followed-gone',
    ])
  })

  it('believes the register about the kind of household', () => {
    expect(walkOf().open({ ...inOrder, fatherHouseholdKind: 'collective' })).toEqual(['household-kind'])
  })

  it('asks for a parent picked from the register before anything is decided', () => {
    const { personId: _none, ...typed } = father
    expect(walkOf().open({ ...inOrder, father: typed })).toEqual(['followed-not-picked'])
  })
})

describe('a child of a mother on her own', () => {
  const her = recordOf({ ...mother, relationToHead: '32' })

  it('leaves the father out, on paper and in the register', () => {
    const walk = approved(motherAlone, walkOf(her, household))
    expect(walk.act('register', { numbers: [{ name: '李小禾', sequence: '000' }] })).toEqual([])
    const [born] = peopleBorn(walk)
    expect(born?.kin?.map(({ relation }) => relation)).toEqual(['mother'])
    expect(JSON.stringify(born)).not.toContain('无')
    expect(born?.relationToHead).toBe('44')
  })

  it('is never asked for a parentage test or for anything of the father', () => {
    const { materials, missing, rules } = judged(motherAlone)
    expect(materials.map(({ name }) => name).join()).not.toMatch(/鉴定|父亲/)
    expect(missing).toEqual([])
    expect(rules.filter(({ id }) => id.startsWith('parentage')).map(({ result }) => result)).toEqual([
      'not-applicable',
      'not-applicable',
      'not-applicable',
    ])
  })
})

describe('what the counter asks', () => {
  it.each(['准生证', '社会抚养费收据', '结扎证明', '未落户证明', '宗教信仰'])('may not be %s', (demand) => {
    expect(checkDemand(demand, birthRegistration.forbidden).ok).toBe(false)
    expect(judged(inOrder).materials.some(({ name }) => name.includes(demand))).toBe(false)
  })

  it('is the same for a child outside the policy as for any other', () => {
    const [with_, without] = [judged({ ...inOrder, outsidePolicy: true }), judged(inOrder)]
    expect(with_).toEqual(without)
  })

  it('names every paper of a birth abroad at once', () => {
    const { foreignCertificate: _a, translation: _b, authentication: _c, ...rest } = bornInJapan
    const { travelDocument: _d, parentsEntryPapers: _e, noForeignNationalityStatement: _f, ...bare } = rest
    const said = judged({ ...bare, marriageSeen: undefined })
    expect(said.outcome).toBe('ask-once')
    expect(said.missing.map(({ field }) => field)).toEqual([
      'foreignCertificate',
      'translation',
      'authentication',
      'travelDocument',
      'parentsEntryPapers',
      'noForeignNationalityStatement',
      'marriageSeen',
    ])
    expect(said.materials.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'foreign-birth-certificate',
        'translation',
        'authentication',
        'travel-document',
        'parents-entry-papers',
        'nationality-statement',
        'marriage-certificate',
      ]),
    )
  })

  it('keeps an unlicensed report in the file while a licensed one is asked for', () => {
    const unlicensed = {
      ...unmarriedWithFather,
      parentageInstitution: '样例美容美发店检测室',
      parentageInstitutionLicensed: false,
    }
    const walk = walkOf()
    expect(walk.open(unlicensed, 'officer', 'askForMore')).toEqual([])
    expect(walk.caseFile?.status).toBe('supplementing')
    const amended = {
      form: {
        ...unmarriedWithFather,
        earlierReports: [{ institution: '样例美容美发店检测室', why: '没有司法鉴定许可证' }],
      },
      stationName: exampleStation.name,
      judged: { day, conclusion: '', rules: {}, instruments: {} },
    }
    expect(walk.take('amend', amended)).toEqual([])
    expect(walk.caseFile?.form['earlierReports']).toHaveLength(1)
    expect(judged(amended.form).materials.map(({ id }) => id)).toContain('earlier-reports')
  })

  it('never judges the name that a parent already bears', () => {
    const rare = { ...inOrder, father: { ...father, name: '白𠮷' } }
    expect(judged(rare).outcome).toBe('accept')
  })

  it('takes no day that the calendar does not have', () => {
    const facts = { ...inOrder, children: [{ ...child, bornOn: '2023-02-29' }] }
    expect(walkOf().open(facts)).toEqual(['bad-fact'])
  })

  it('offers the mother where the father stands in a collective household of the same city', () => {
    const facts = {
      ...inOrder,
      father: { ...father, address: { region: '150404', detail: '' } },
      fatherHouseholdKind: 'collective',
      mother: { ...mother, address: { region: '150402', detail: '' } },
    }
    expect(judged(facts).outcome).toBe('refuse')
    expect(rule(facts, 'family-household-first')?.remedy).toContain('随母亲')
  })
})

describe('any facts', () => {
  const examples = birthRegistration.examples.map(({ facts }) => facts)
  const keys = Object.keys(birthRegistration.fields)

  it('are judged without a fault, however much is missing or mixed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.constantFrom(...examples),
        fc.subarray(keys),
        fc.subarray(keys),
        (one, other, left, taken) => {
          const facts = { ...one, ...Object.fromEntries(taken.map((key) => [key, other[key]])) }
          for (const key of left) facts[key] = undefined
          expect(() => judged(facts)).not.toThrow()
          expect(birthRegistration.subject(facts)).not.toBe('')
        },
      ),
      { numRuns: 150 },
    )
  })

  it('are never accepted with an open question', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.constantFrom(...keys), (example, key) => {
        const said = judged({ ...example, [key]: undefined })
        const isNeeded = said.missing.some(({ field }) => field === key)
        expect(isNeeded && said.outcome === 'accept').toBe(false)
      }),
    )
  })
})
