import type { PartialFacts } from '../../shared/cases/fields.ts'
import { exampleCertificate } from '../../shared/cases/example-certificate.ts'
import { examplePermit } from '../../shared/cases/example-permit.ts'
import { moveInPermitKey } from '../../shared/register/move-in-permit.ts'
import { readPresentedSerial } from '../../shared/cases/migration-certificate-landing-case/presented.ts'
import { certificateKey } from '../../shared/register/certificate.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { RegisterRecord, SheetRecord } from '../../shared/register/record.ts'
import { householdOf, residentOf } from './register-behind.ts'

const stranger = '00000000-0000-4000-8000-00000000aaaa'
const day = '2026-02-01'

/** One thing in the register that is otherwise than the form believes, and what it is in a few words. */
export type Alteration = readonly [words: string, record: RegisterRecord]

/** Everything that somebody else may have done meanwhile to a record that a case rests on. */
export function alterationsOf(record: RegisterRecord): Alteration[] {
  switch (record.kind) {
    case 'person':
      return personOtherwise(record)
    case 'household':
      return householdOtherwise(record)
    case 'certificate':
    case 'move-in-permit':
      return sheetOtherwise(record)
    case 'residence-permit':
      return (['suspended', 'replaced', 'cancelled'] as const).map((state) => [
        `the permit ${record.number} is ${state}`,
        { ...record, state },
      ])
    case 'birth-certificate':
    case 'locality':
      return []
  }
}

function personOtherwise(person: ResidentRecord): Alteration[] {
  const gone = { statusOn: day } as const
  return [
    [`${person.name} is cancelled`, { ...person, ...gone, status: 'cancelled', statusCause: 'false' }],
    [`${person.name} died`, { ...person, ...gone, status: 'deceased', statusCause: 'death' }],
    [`${person.name} moved away`, { ...person, ...gone, status: 'moved-out', statusCause: 'moved-out' }],
    [`${person.name} is registered`, { ...person, status: 'registered' }],
    [`${person.name} lives in another household`, { ...person, householdNumber: '000555' }],
    [`${person.name} has another number`, { ...person, citizenId: '150499198001010010' }],
    [`${person.name} is the head`, { ...person, relationToHead: '02' }],
  ]
}

function householdOtherwise(household: HouseholdRecord): Alteration[] {
  const { collective } = household
  return [
    [`household ${household.number} is withdrawn`, { ...household, withdrawnOn: day }],
    [`household ${household.number} has another head`, { ...household, headPersonId: stranger }],
    [`household ${household.number} has no head`, { ...household, headPersonId: '' }],
    [
      `household ${household.number} is a family`,
      { ...household, householdKind: 'family', collective: undefined },
    ],
    [
      `household ${household.number} is a collective`,
      { ...householdOf({ number: household.number, householdKind: 'collective', collectiveKind: 'unit' }) },
    ],
    ...(collective
      ? (['awaiting-disposal', 'normal'] as const).map((state): Alteration => [
          `the collective ${household.number} is ${state}`,
          { ...household, collective: { ...collective, state } },
        ])
      : []),
  ]
}

function sheetOtherwise(sheet: SheetRecord): Alteration[] {
  const { content: _content, issue: _issue, ...bare } = sheet
  return [
    [`sheet ${sheet.serial.digits} is blank`, { ...bare, state: 'blank' }],
    [
      `sheet ${sheet.serial.digits} is spoiled`,
      { ...bare, state: 'spoiled', spoiled: { on: day, reason: 'jammed' } },
    ],
    [`sheet ${sheet.serial.digits} is of another station`, { ...sheet, station: '150404100000' }],
    [
      `sheet ${sheet.serial.digits} is void`,
      { ...sheet, state: 'void', voided: { on: day, reason: 'lost' } },
    ],
    [`sheet ${sheet.serial.digits} has landed`, { ...sheet, state: 'landed' }],
    [
      `sheet ${sheet.serial.digits} has landed elsewhere, as the city says`,
      { ...sheet, landing: { on: day, office: '沈阳市样例派出所', source: 'city' } },
    ],
    [
      `sheet ${sheet.serial.digits} is replaced`,
      { ...sheet, state: 'void', replacedBy: 'certificate:蒙2026-00000999' },
    ],
    [`sheet ${sheet.serial.digits} was reissued before`, { ...sheet, reissues: 2 }],
    [`sheet ${sheet.serial.digits} stands`, { ...sheet, state: 'issued' }],
  ]
}

/** A sheet that somebody presents, or whose counterfoil was typed in, and that this register knows better. */
function presentedSheet({ presentedSerial, counterfoilSerial }: PartialFacts): Alteration[] {
  return [presentedSerial, counterfoilSerial].flatMap((typed) => {
    const serial = readPresentedSerial(typeof typed === 'string' ? typed : '')
    if (!serial.ok) return []
    const { value } = serial
    return [
      ...sheetOtherwise({ ...exampleCertificate, key: certificateKey(value), serial: value }),
      ...sheetOtherwise({ ...examplePermit, key: moveInPermitKey(value), serial: value }),
    ]
  })
}

/** People and households who stand in the register under a number that the form gives to somebody new. */
export function strangersTo(form: PartialFacts): Alteration[] {
  const text = JSON.stringify(form)
  const citizenIds = new Set(text.match(/(?<=")\d{17}[\dX](?=")/g))
  const people = [...citizenIds].map((citizenId): Alteration => [
    `${citizenId} is in the register already`,
    residentOf({ name: '样在册', citizenId }, stranger),
  ])
  const number = form['householdNumber']
  const household = householdOf({ number: typeof number === 'string' ? number : '000999' })
  return [
    ...people,
    ...presentedSheet(form),
    [`the household number ${household.number} is taken`, household],
  ]
}
