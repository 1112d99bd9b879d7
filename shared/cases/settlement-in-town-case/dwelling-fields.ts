import { defineFields, type PartialFacts } from '../fields.ts'
import { isTownWithVillages } from './places.ts'

/** A dwelling counts for joining kin and for business; who is talent or long settled is not asked about one. */
function looksAtTheDwelling(facts: PartialFacts): boolean {
  if (facts['joinsKin'] === true || facts['business'] === true) return true
  const owns = facts['purchase'] !== undefined && facts['purchase'] !== 'none'
  return !owns && facts['hasTalent'] !== true && !hasLines(facts) && facts['ruralMigrant'] !== true
}

function hasLines({ talents }: PartialFacts): boolean {
  return Array.isArray(talents) && talents.length > 0
}

const lives = (...kinds: readonly string[]) => {
  return (facts: PartialFacts) => looksAtTheDwelling(facts) && kinds.includes(String(facts['housing']))
}

const mayLieInAVillage = ({ township }: PartialFacts) => isTownWithVillages(String(township))

/** Where somebody settles and in what kind of dwelling (二(一)1, head clause). */
export const dwellingFields = defineFields({
  township: { kind: 'code', label: '要落户的街道、镇、乡、苏木', table: 'township' },
  inVillage: {
    kind: 'yesNo',
    label: '住址在镇下面的村（嘎查）里',
    asked: mayLieInAVillage,
    optional: true,
  },
  targetInArea: { kind: 'yesNo', label: '落户地址在本所辖区' },
  housing: {
    kind: 'choice',
    label: '住在什么房子里',
    asked: looksAtTheDwelling,
    optional: true,
    choices: [
      { value: 'own', label: '自有房屋（购买、自建、受赠、继承）' },
      { value: 'kin', label: '被投靠的亲属或者一起落户的家人的房屋' },
      { value: 'public-rental', label: '公共租赁住房' },
      { value: 'authorised', label: '政府、单位或者个人授权使用的房屋' },
      { value: 'unit', label: '单位公产房' },
      { value: 'lease', label: '租房' },
      { value: 'none', label: '没有住所' },
    ],
  },
  livesInDwelling: {
    kind: 'yesNo',
    label: '实际住在这处房子里',
    asked: lives('own', 'kin', 'public-rental', 'authorised', 'unit', 'lease'),
    optional: true,
  },
  housingProofSeen: {
    kind: 'yesNo',
    label: '房屋的权属或者授权材料看过',
    hint: '能共享查到的就算看过',
    asked: lives('own', 'kin', 'public-rental', 'authorised', 'unit'),
    optional: true,
  },
  leases: {
    kind: 'rows',
    label: '租赁合同',
    hint: '续租的每份一行',
    asked: lives('lease'),
    optional: true,
    columns: {
      from: { kind: 'date', label: '租期从' },
      until: { kind: 'date', label: '租期到（最后一天）' },
      registered: { kind: 'yesNo', label: '已在房管部门登记备案' },
    },
  },
  settlesIn: {
    kind: 'choice',
    label: '落在哪里',
    choices: [
      { value: 'existing', label: '已有的家庭户' },
      { value: 'new', label: '在自己的住址新立一户' },
      { value: 'collective', label: '单位或者社区集体户' },
    ],
  },
  headConsents: {
    kind: 'yesNo',
    label: '户主同意',
    asked: ({ settlesIn }) => settlesIn === 'existing',
  },
  address: { kind: 'place', label: '新立户的地址', asked: ({ settlesIn }) => settlesIn === 'new' },
})
