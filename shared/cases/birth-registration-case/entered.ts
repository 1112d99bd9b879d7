import { dateInChinese } from '../../base/plain-date.ts'
import type { HouseholdRecord } from '../../people/household.ts'
import { residentKey, type Kin, type ResidentRecord } from '../../people/resident.ts'
import { birthCertificateKey, type BirthCertificateRecord } from '../../register/birth-certificate.ts'
import { checkBirthCertificateNumber } from '../../people/birth-certificate-number.ts'
import { registeredPerson, withStatus } from '../../register/register-changes.ts'
import { newRecordId, occasionOf } from '../record-ids.ts'
import type { ActContext } from '../standard-steps/act.ts'
import { hasBirthCertificate, isForeign, type Side } from './asking.ts'
import type { ChildToRegister } from './allotment.ts'
import { parentDocumentNumber, parentName, parentOf } from './family.ts'
import type { BirthFacts } from './fields.ts'

/** Where the children are entered: the followed person's own record and household. */
export interface Home {
  readonly followed: ResidentRecord
  readonly household: HouseholdRecord | undefined
}

/** GB/T 2261.2: 未婚. */
const unmarried = '10'

/** The nth child's record: registered and, where it died before, cancelled by the same act (条例1958, clause 9). */
export function enteredChild(
  context: ActContext,
  facts: BirthFacts,
  { child, citizenId, relationToHead }: ChildToRegister,
  n: number,
  { followed, household }: Home,
): ResidentRecord {
  const registered = registeredPerson(
    {
      id: newRecordId(context, n),
      householdNumber: followed.householdNumber,
      relationToHead,
      name: child.name,
      formerName: '',
      sex: child.sex,
      ethnicGroup: child.ethnicGroup ?? '',
      birthDate: child.bornOn,
      birthplace: child.birthplace ?? '',
      nativePlace: nativePlace(context, facts, followed),
      education: '',
      occupation: '',
      maritalStatus: unmarried,
      citizenId,
      address: household?.address ?? followed.address,
      committee: household?.committee ?? followed.committee,
      kin: kinOf(facts),
      arrival: { on: context.day, cause: '出生登记', from: '' },
    },
    occasionOf(context, 'birth', reasonOf(facts)),
  )
  if (child.diedOn === undefined) return registered
  const died = occasionOf(context, 'died', `${dateInChinese(child.diedOn)}死亡，出生和死亡一并登记`)
  return withStatus(registered, 'deceased', died, 'death')
}

/** That the certificate is used up, so that it registers nobody else. */
export function usedCertificate(
  context: ActContext,
  facts: BirthFacts,
  { child }: ChildToRegister,
  n: number,
): readonly BirthCertificateRecord[] {
  const checked = checkBirthCertificateNumber(child.certificateNumber ?? '')
  if (!hasBirthCertificate(facts) || !checked.ok) return []
  const { number } = checked.value
  return [
    {
      kind: 'birth-certificate',
      key: birthCertificateKey(number),
      number,
      child: residentKey(newRecordId(context, n)),
      usedOn: context.day,
      caseId: context.action.caseId,
      version: 0,
    },
  ]
}

/** 籍贯 follows the father's side where the register knows it. */
function nativePlace({ records }: ActContext, { father }: BirthFacts, followed: ResidentRecord): string {
  const record = father?.personId ? records.get(residentKey(father.personId)) : undefined
  return record?.kind === 'person' ? record.nativePlace : followed.nativePlace
}

/** A father whom the certificate leaves out is left out here too: no line, and no word in his place. */
function kinOf(facts: BirthFacts): Kin[] {
  return (['father', 'mother'] as const).flatMap((side) => {
    const name = parentName(facts, side)
    if (name === '') return []
    const { person } = parentOf(facts, side)
    return [
      {
        relation: side,
        ...(person?.personId ? { personId: person.personId } : {}),
        name,
        documentNumber: parentDocumentNumber(facts, side).slice(0, 30),
      },
    ]
  })
}

const documentNames = { passport: '护照', 'residence-card': '外国人永久居留身份证', other: '其他证件' }

function reasonOf(facts: BirthFacts): string {
  const follows = { father: '随父亲', mother: '随母亲', grandparent: '随祖父母或者外祖父母' }
  const whom = facts.follows === undefined ? '' : follows[facts.follows]
  return [`出生登记，${whom}`, ...foreignParent(facts, 'father'), ...foreignParent(facts, 'mother')].join(
    '；',
  )
}

function foreignParent(facts: BirthFacts, side: Side): string[] {
  const kind = facts[`${side}DocumentKind`]
  if (!isForeign(side)(facts) || kind === undefined) return []
  const word = parentOf(facts, side).word
  return [`${word}${facts[`${side}Nationality`] ?? ''}，${documentNames[kind]}`]
}
