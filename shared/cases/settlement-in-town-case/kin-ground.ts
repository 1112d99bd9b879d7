import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'
import { housingOf } from './housing.ts'
import type { Kinship } from './mover-fields.ts'
import { isInADistrict, townshipName, townStanding } from './places.ts'
import { allOf, failed, fulfilled, lacking, open, type Standing } from './standing.ts'

/** Those of the notice, and grandparents: read both ways because the Region has opened the towns since. */
const mayJoin: readonly Kinship[] = [
  'spouse',
  'child',
  'grandchild',
  'parent',
  'spouse-parent',
  'grandparent',
]

/** 投靠, 二(一)1(1): nothing about age, marriage, insurance or floor area is asked or looked at. */
export function joiningKin(facts: SettlementFacts, setting: Setting): Standing {
  if (facts.joinsKin === undefined) return open('还没有问是不是投靠亲属。', 'joinsKin')
  if (!facts.joinsKin) return failed('不是投靠亲属。', '')
  return allOf(
    relation(facts),
    registeredInTown(facts),
    together(facts),
    proof(facts),
    housingOf(facts, setting),
  )
}

function relation({ kinRelation }: SettlementFacts): Standing {
  if (kinRelation === undefined) return open('还没有问是什么亲属。', 'kinRelation')
  if (mayJoin.includes(kinRelation)) return fulfilled('')
  return kinRelation === 'child-in-law'
    ? failed('儿媳、女婿不在可以投靠的范围。', '配偶的户口也在城镇的，改按投靠配偶申请。')
    : failed(
        '兄弟姐妹和其他亲属不在可以投靠的范围：只有配偶、子女、孙子女（外孙子女）和夫妻双方父母。',
        '看看购房、经商、人才、存量有没有一条符合。',
      )
}

function registeredInTown({ kin, kinTownship }: SettlementFacts): Standing {
  if (kin?.status !== undefined && kin.status !== 'registered') {
    return failed(`${kin.name}已经不是在册人口，不能被投靠。`, '请核对是不是选错了人，或者改投靠别的亲属。')
  }
  if (!kinTownship) return open('还没有填被投靠人的户口在哪里。', 'kinTownship')
  if (isInADistrict(kinTownship) || townStanding(kinTownship) !== 'country') return fulfilled('')
  return failed(
    `被投靠人的户口在${townshipName(kinTownship)}，不是市辖区、旗县区驻地镇或者其他建制镇。`,
    '在乡、苏木落户按一般投靠办理，到那里的派出所申请。',
  )
}

function together({ livesWithKin }: SettlementFacts): Standing {
  if (livesWithKin === undefined) return open('还没有问是否共同居住。', 'livesWithKin')
  return livesWithKin
    ? fulfilled('与城镇户口的亲属共同居住，可以投靠。')
    : failed('没有与被投靠人共同居住生活。', '住到一起以后再申请。')
}

function proof({ kinProofSeen }: SettlementFacts): Standing {
  if (kinProofSeen === undefined) return open('还没有核对亲属关系。', 'kinProofSeen')
  return kinProofSeen
    ? fulfilled('')
    : lacking('亲属关系还没有核对。', '户口簿、结婚证、出生医学证明有一样能证明即可。')
}
