import { Descriptions } from 'antd'
import { dateInChinese } from '../../../shared/base/plain-date.ts'
import { sexes } from '../../../shared/codes/gbt2261-1-sex.ts'
import { maritalStatuses } from '../../../shared/codes/gbt2261-2-marital-status.ts'
import { ethnicGroups } from '../../../shared/codes/gbt3304-ethnic-group.ts'
import { educationLevels } from '../../../shared/codes/gbt4658-education.ts'
import { familyRelations } from '../../../shared/codes/gbt4761-family-relation.ts'
import { addressInWords } from '../../../shared/people/address.ts'
import { groupCitizenId } from '../../../shared/people/citizen-id.ts'
import type { ResidentRecord } from '../../../shared/people/resident.ts'
import { words } from '../../words/index.ts'
import { ResidentStatusTag } from './resident-status-tag.tsx'

type Item = readonly [label: string, content: string]

interface PersonItemsProps {
  readonly person: ResidentRecord
  readonly columns: 1 | 2
  /** Only what tells people apart. */
  readonly short?: boolean
}

/** The items of the registration form, in its order. What is not known says so. */
export function PersonItems({ person, columns, short = false }: PersonItemsProps) {
  const items = short ? itemsToTellApart(person) : allItems(person)
  return (
    <Descriptions
      size="small"
      column={columns}
      items={[
        ...items.map(([label, content]) => ({ key: label, label, children: content || words.none })),
        ...(short
          ? [{ key: 'status', label: words.register.status, children: <ResidentStatusTag person={person} /> }]
          : []),
      ]}
    />
  )
}

function itemsToTellApart(person: ResidentRecord): readonly Item[] {
  return [
    ['曾用名', person.formerName],
    ['性别', sexes.name(person.sex) ?? ''],
    ['民族', ethnicGroups.name(person.ethnicGroup) ?? ''],
    ['出生日期', dateInChinese(person.birthDate)],
    ['公民身份号码', groupCitizenId(person.citizenId)],
    ['户号', person.householdNumber],
    ['与户主关系', familyRelations.name(person.relationToHead) ?? ''],
    ['住址', person.address.detail],
  ]
}

function allItems(person: ResidentRecord): readonly Item[] {
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

function arrivalInWords({ arrival }: ResidentRecord): string {
  if (!arrival) return ''
  const from = arrival.from === '' ? '' : `由${arrival.from}迁来`
  return [dateInChinese(arrival.on), arrival.cause, from].filter((word) => word !== '').join(' ')
}
