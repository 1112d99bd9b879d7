import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import type { SettlementFacts } from './fields.ts'
import { talentProofs } from './talent-ground.ts'
import { registersNow } from './way.ts'

const booklet: Material = {
  id: 'household-booklet',
  name: '居民户口簿',
  citation: 'CF-2.1.1',
  from: 'resident',
  note: '申请人和随迁的人的',
}

/** What the claimed grounds rest on; of several proofs of one thing any one does. */
export function materials(facts: SettlementFacts): Material[] {
  return [
    ...personApplicantMaterials(facts),
    facts.inRegister ? { ...booklet, from: 'records', note: '本所有登记' } : booklet,
    ...ofKin(facts),
    ...ofTheHome(facts),
    ...ofTheLicence(facts),
    ...ofTheTalent(facts),
    ...ofTheResidence(facts),
    ...ofTheDwelling(facts),
    ...ofTheCompanions(facts),
    ...ofTheOrigin(facts),
  ]
}

function ofKin({ joinsKin }: SettlementFacts): Material[] {
  if (!joinsKin) return []
  return [
    {
      id: 'kinship',
      name: '与被投靠人的亲属关系材料',
      citation: 'CF-2.1.1(1)',
      from: 'resident',
      note: '户口簿、本所档案上有记载的不用',
      orElse: ['居民户口簿', '结婚证', '出生医学证明'],
    },
    {
      id: 'kin-booklet',
      name: '被投靠人的居民户口簿和居民身份证',
      citation: 'CF-2.1.1(1)',
      from: 'resident',
      note: '户口在本所的不用带',
    },
  ]
}

function ofTheHome({ purchase }: SettlementFacts): Material[] {
  if (!purchase || purchase === 'none') return []
  const title = '房产证或者不动产权证书'
  const others =
    purchase === 'bought'
      ? [title, '购房合同和正式发票']
      : [title, '赠与、继承、建房、安置或者裁判的法律文书']
  return [
    {
      id: 'title',
      name: '取得住房所有权的材料',
      citation: 'CF-2.1.1(2)',
      from: 'resident',
      note: '有一样即可；能共享查到的不用带',
      orElse: others,
    },
  ]
}

function ofTheLicence({ business, creditCodeOnLicence }: SettlementFacts): Material[] {
  if (!business) return []
  const licence: Material = {
    id: 'licence',
    name: '营业执照',
    citation: 'CF-2.1.1(3)',
    from: 'resident',
    note: '有统一社会信用代码的，不用税务登记证',
  }
  const tax: Material = {
    id: 'tax-certificate',
    name: '税务登记证',
    citation: 'CF-2.1.1(3)',
    from: 'resident',
    orElse: ['有统一社会信用代码的营业执照'],
  }
  return creditCodeOnLicence === false ? [licence, tax] : [licence]
}

function ofTheTalent({ talents = [] }: SettlementFacts): Material[] {
  const kinds = talents.flatMap(({ kind }) => kind ?? [])
  const [first, ...others] = Array.from(new Set(kinds.map((kind) => talentProofs[kind])))
  if (first === undefined) return []
  const ofStaff = kinds.every((kind) => kind === 'staff' || kind === 'transferred')
  return [
    {
      id: 'talent-proof',
      name: first,
      citation: ofStaff ? 'CF-2.1.1(4)a' : 'CF-2.1.1(4)b',
      from: 'resident',
      note: '看原件，能共享查到的不用带',
      ...(others.length > 0 ? { orElse: others } : {}),
    },
  ]
}

function ofTheResidence({ ruralMigrant }: SettlementFacts): Material[] {
  if (!ruralMigrant) return []
  return [
    {
      id: 'residence-record',
      name: '居住情况',
      citation: 'CF-2.1.2',
      from: 'resident',
      note: '本所有居住登记的不用带；就业和举家迁来由本人说明',
      orElse: ['居住登记', '居住证', '社区说明'],
    },
  ]
}

function ofTheDwelling({ housing, joinsKin, business }: SettlementFacts): Material[] {
  if (!joinsKin && !business) return []
  if (housing === 'lease') {
    return [
      {
        id: 'registered-lease',
        name: '在房管部门登记备案的房屋租约',
        citation: 'CF-2.1.1-H',
        from: 'resident',
        note: '能共享查到的不用带',
      },
    ]
  }
  if (housing === undefined || housing === 'none') return []
  return [
    {
      id: 'dwelling',
      name: '住所的权属或者授权材料',
      citation: 'CF-2.1.1-H',
      from: 'resident',
      note: '能共享查到的不用带',
      orElse: ['产权材料', '公租房合同', '单位或者个人授权使用的材料'],
    },
  ]
}

function ofTheCompanions({ companions = [] }: SettlementFacts): Material[] {
  if (companions.length === 0) return []
  return [
    {
      id: 'companions-kinship',
      name: '与随迁的人的亲属关系材料',
      citation: 'CF-2.1.1',
      from: 'resident',
      note: '户口簿、本所档案上有记载的不用',
      orElse: ['居民户口簿', '结婚证', '出生医学证明'],
    },
  ]
}

function ofTheOrigin(facts: SettlementFacts): Material[] {
  if (facts.inRegister !== false) return []
  const check: Material = {
    id: 'origin-check',
    name: '户口所在地登记核查',
    citation: 'WR-12',
    from: 'police',
  }
  const permit: Material = {
    id: 'permit-afterwards',
    name: '准予迁入证明（批准后由旗县区签发）',
    citation: 'WR-43',
    from: 'police',
  }
  return registersNow(facts) || facts.student ? [check] : [check, permit]
}

/** Housing papers of the grounds that need them are on the checklist; nobody may ask for them, or for a job, on top. */
export const forbidden = forbiddenFor('settlement', 'joining-kin', 'purchase', 'business', 'talent', 'stock')
