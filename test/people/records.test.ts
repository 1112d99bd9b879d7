import { describe, expect, it } from 'vitest'
import { addressInWords } from '../../shared/people/address.ts'
import { householdKey, householdRecordSchema, type HouseholdRecord } from '../../shared/people/household.ts'
import { residentKey, residentRecordSchema, type ResidentRecord } from '../../shared/people/resident.ts'
import { stationSchema } from '../../shared/people/station.ts'
import { userSchema } from '../../shared/people/user.ts'

const id = '3f0d7a52-6a0e-4a7e-9d57-0d5a1c9b7e11'
const address = { region: '150402', detail: '样例街道样例路 1 号' }

const resident: ResidentRecord = {
  kind: 'person',
  key: residentKey(id),
  id,
  householdNumber: '000123',
  relationToHead: '02',
  name: '样例',
  formerName: '',
  sex: '2',
  ethnicGroup: '02',
  birthDate: '1990-03-05',
  birthplace: '样例县',
  nativePlace: '样例县',
  education: '',
  occupation: '',
  maritalStatus: '20',
  citizenId: '',
  address,
  committee: '样例社区',
  status: 'registered',
  pinyinInitials: 'yl',
  version: 1,
}

const household: HouseholdRecord = {
  kind: 'household',
  key: householdKey('000123'),
  number: '000123',
  householdKind: 'family',
  headPersonId: id,
  address,
  committee: '样例社区',
  version: 1,
}

describe('records of the register', () => {
  it('are taken as they are', () => {
    expect(residentRecordSchema.parse(resident)).toEqual(resident)
    expect(householdRecordSchema.parse(household)).toEqual(household)
  })

  it('are refused when the key is not that of the record', () => {
    expect(residentRecordSchema.safeParse({ ...resident, key: 'person:other' }).success).toBe(false)
    expect(householdRecordSchema.safeParse({ ...household, key: 'household:000124' }).success).toBe(false)
  })

  it.each([
    { birthDate: '2023-02-29' },
    { sex: '3' },
    { citizenId: '1504' },
    { status: 'lost' },
    { address: { region: '1504', detail: '' } },
  ])('are refused with %o', (wrong) => {
    expect(residentRecordSchema.safeParse({ ...resident, ...wrong }).success).toBe(false)
  })

  it('write an address as paper does', () => {
    expect(addressInWords(address)).toBe('内蒙古自治区赤峰市红山区样例街道样例路 1 号')
    expect(addressInWords({ region: '150499', detail: '样例路 1 号' })).toBe('样例路 1 号')
  })
})

describe('stations and users', () => {
  const station = {
    code: '150402000099',
    name: '样例派出所',
    shortName: '样例所',
    countyCode: '150402',
    address: '',
    phone: '',
  }
  const user = { id: 'u-1', name: '样例', role: 'officer', policeNumber: '990011', station: station.code }

  it('are known by twelve digits and by one of the seven roles', () => {
    expect(stationSchema.safeParse(station).success).toBe(true)
    expect(stationSchema.safeParse({ ...station, code: '150402' }).success).toBe(false)
    expect(userSchema.safeParse(user).success).toBe(true)
    expect(userSchema.safeParse({ ...user, role: 'superuser' }).success).toBe(false)
  })
})
