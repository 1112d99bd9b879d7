import type { Example } from '../case-type.ts'
import {
  day,
  father,
  grandfather,
  inOrder,
  mother,
  motherAlone,
  studentsChild,
  withChild,
} from './example-family.ts'
import type { BirthFacts } from './fields.ts'

const fromRussia = {
  fatherStanding: 'foreign',
  fatherName: '伊万·彼得罗夫',
  fatherNationality: '俄罗斯',
  fatherDocumentKind: 'passport',
  fatherDocumentNumber: '750000001',
  foreignNationality: 'none',
} as const

const withRussianFather: BirthFacts = {
  ...withChild(inOrder, { name: '李安娜' }),
  ...fromRussia,
  follows: 'mother',
  applicantKind: 'mother',
  mother: { ...mother, relationToHead: '02' },
}

const inDistricts: BirthFacts = {
  ...inOrder,
  father: { ...father, address: { region: '150404', detail: '松山区样例路8号' }, relationToHead: '99' },
  fatherHouseholdKind: 'collective',
  motherStanding: 'elsewhere',
  mother: { ...mother, address: { region: '150402', detail: '红山区样例路6号' } },
}

const elder = {
  grandparentSide: 'paternal',
  grandparent: grandfather,
  grandparentHere: true,
  grandparentAgrees: true,
} as const

const settledAbroad: BirthFacts = {
  ...studentsChild,
  fatherStanding: 'overseas',
  motherStanding: 'overseas',
  foreignNationality: 'none',
}

/** Whom the child follows, and where. */
export const followExamples: readonly Example[] = [
  {
    name: '未婚妈妈，父亲栏是“/”，随母',
    day,
    facts: motherAlone,
    conclusion: 'ready',
  },
  {
    name: '母亲户口在辽宁朝阳，随父',
    day,
    facts: {
      ...inOrder,
      motherStanding: 'elsewhere',
      mother: { ...mother, address: { region: '211302', detail: '样例街5号' } },
    },
    conclusion: 'ready',
  },
  {
    name: '父母户口都不在本所',
    day,
    facts: { ...inOrder, fatherStanding: 'elsewhere', motherStanding: 'elsewhere' },
    conclusion: 'refer',
    unmet: ['followed-at-this-station'],
  },
  {
    name: '选随父，父亲户口在别处',
    day,
    facts: { ...inOrder, fatherStanding: 'elsewhere' },
    conclusion: 'refer',
    unmet: ['followed-at-this-station'],
  },
  {
    name: '还没有选随谁',
    day,
    facts: { ...inOrder, follows: undefined },
    conclusion: 'incomplete',
    unknown: ['follow-chosen', 'followed-has-hukou', 'followed-at-this-station', 'rules-cover-the-household'],
  },
  { name: '母亲是中国公民，父亲是俄罗斯人，随母', day, facts: withRussianFather, conclusion: 'ready' },
  {
    name: '父亲是外国人却选随父',
    day,
    facts: { ...withRussianFather, follows: 'father', headName: undefined },
    conclusion: 'refuse',
    unmet: ['followed-has-hukou'],
  },
  {
    name: '父母都是外国人',
    day,
    facts: {
      ...withRussianFather,
      motherStanding: 'foreign',
      motherName: '玛丽亚',
      motherDocumentKind: 'passport',
      motherDocumentNumber: '750000002',
    },
    conclusion: 'refuse',
    unmet: ['child-is-chinese', 'followed-has-hukou', 'surname-of-a-parent'],
  },
  {
    name: '父亲自己也没有户口，母亲在本所',
    day,
    facts: { ...inOrder, fatherStanding: 'unregistered' },
    conclusion: 'route',
    unmet: ['followed-registered-first'],
  },
  {
    name: '同一个市，选了集体户一方',
    day,
    facts: inDistricts,
    conclusion: 'refuse',
    unmet: ['family-household-first'],
  },
  {
    name: '不同的市，可以选集体户一方',
    day,
    facts: {
      ...inDistricts,
      mother: { ...mother, address: { region: '211302', detail: '样例街5号' } },
    },
    conclusion: 'ready',
  },
  {
    name: '父亲在高校集体户，母亲在家庭户，选随父',
    day,
    facts: {
      ...inOrder,
      fatherHouseholdKind: 'college',
      motherStanding: 'here',
      mother: { ...mother, address: { region: '211302', detail: '样例街5号' } },
    },
    conclusion: 'refuse',
    unmet: ['not-into-a-college', 'rules-cover-the-household'],
  },
  { name: '父母都是高校学生，随祖父', day, facts: studentsChild, conclusion: 'ready' },
  {
    name: '父母都是高校学生，老人不同意',
    day,
    facts: { ...studentsChild, grandparentAgrees: false },
    conclusion: 'ask',
    unmet: ['grandparent-agrees'],
  },
  {
    name: '父母都是高校学生，有老人可随却选随父',
    day,
    facts: {
      ...inOrder,
      fatherHouseholdKind: 'college',
      motherHouseholdKind: 'college',
      grandparentAvailable: true,
    },
    conclusion: 'refuse',
    unmet: ['grandparents-instead', 'rules-cover-the-household'],
  },
  {
    name: '父母都是高校学生，没有老人可随',
    day,
    facts: {
      ...inOrder,
      fatherHouseholdKind: 'college',
      motherHouseholdKind: 'college',
      grandparentAvailable: false,
    },
    conclusion: 'ready',
    unmet: ['rules-cover-the-household'],
  },
  {
    name: '父母都在单位集体户，随父落在集体户',
    day,
    facts: { ...inOrder, fatherHouseholdKind: 'collective', motherHouseholdKind: 'collective' },
    conclusion: 'ready',
    unmet: ['rules-cover-the-household'],
  },
  { name: '父母都是华侨，国内出生，随祖父', day, facts: settledAbroad, conclusion: 'ready' },
  {
    name: '父母在家庭户却选随祖父',
    day,
    facts: { ...inOrder, follows: 'grandparent', ...elder },
    conclusion: 'refuse',
    unmet: ['grandparents-foreseen', 'rules-cover-the-household'],
  },
]
