import { dateInChinese } from '../base/plain-date.ts'
import { sexes } from '../codes/gbt2261-1-sex.ts'
import { maritalStatuses } from '../codes/gbt2261-2-marital-status.ts'
import { ethnicGroups } from '../codes/gbt3304-ethnic-group.ts'
import { educationLevels } from '../codes/gbt4658-education.ts'
import { familyRelations } from '../codes/gbt4761-family-relation.ts'
import { addressInWords } from './address.ts'
import { groupCitizenId } from './citizen-id.ts'
import type { ResidentRecord } from './resident.ts'

/** An item of the registration form with what stands there in words; empty where nothing is known. */
export type ResidentItem = readonly [label: string, content: string]

/** Every item of the registration form (公通字〔1995〕91号), in its order. */
export function residentItems(person: ResidentRecord): readonly ResidentItem[] {
  return [
    ['姓名', person.name],
    ['与户主关系', familyRelations.name(person.relationToHead) ?? ''],
    ['曾用名', person.formerName],
    ['性别', sexes.name(person.sex) ?? ''],
    ['民族', ethnicGroups.name(person.ethnicGroup) ?? ''],
    ['出生日期', dateInChinese(person.birthDate)],
    ['出生地', person.birthplace],
    ['籍贯', person.nativePlace],
    ['公民身份号码', groupCitizenId(person.citizenId)],
    ['文化程度', educationLevels.name(person.education) ?? ''],
    ['婚姻状况', maritalStatuses.name(person.maritalStatus) ?? ''],
    ['职业', person.occupation],
    ['户号', person.householdNumber],
    ['居（村）委会', person.committee],
    ['住址', addressInWords(person.address)],
    ['何时何因由何地迁来', arrivalInWords(person)],
  ]
}

/** Only what tells people of one name apart. */
export function itemsToTellApart(person: ResidentRecord): readonly ResidentItem[] {
  const telling = ['曾用名', '性别', '民族', '出生日期', '公民身份号码', '户号', '与户主关系']
  const items = new Map(residentItems(person))
  return [
    ...telling.map((label): ResidentItem => [label, items.get(label) ?? '']),
    ['住址', person.address.detail],
  ]
}

function arrivalInWords({ arrival }: ResidentRecord): string {
  if (!arrival) return ''
  const from = arrival.from === '' ? '' : `由${arrival.from}迁来`
  return [dateInChinese(arrival.on), arrival.cause, from].filter((word) => word !== '').join(' ')
}
