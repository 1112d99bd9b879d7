import type { PlainDate } from '../base/plain-date.ts'
import { moveInReasons } from '../codes/move-reason.ts'
import { addressInWords } from '../people/address.ts'
import { reviewCitizenId } from '../people/citizen-id-faults.ts'
import { numberInForce } from '../policy/instruments/index.ts'
import { met, unknown, unmet, type Verdict } from '../policy/rule.ts'
import type { MoveInPermitContent, PermitMover } from '../register/move-in-permit.ts'
import { defineFields, type Field, type FactsOf, type PartialFacts } from './fields.ts'

type Asked = NonNullable<Field['asked']>

const notFromRegister = ({ permitApplicant }: PartialFacts) =>
  permitApplicant !== undefined && (permitApplicant as { address?: unknown }).address === undefined

/** What stands on a move-in permit: asked for a new one, and again where only the paper counterfoil of an old one is left. */
export function permitContentFields(asked: Asked) {
  const askedAndUnregistered: Asked = (facts) => asked(facts) && notFromRegister(facts)
  return defineFields({
    permitApplicant: {
      kind: 'resident',
      label: '申请人（本地的被投靠人，或者来落户的本人）',
      hint: '从户籍里选；不在册的写姓名和号码',
      asked,
    },
    permitApplicantAddress: { kind: 'text', label: '申请人住址', asked: askedAndUnregistered },
    permitApplicantOffice: { kind: 'text', label: '申请人户口登记机关', asked: askedAndUnregistered },
    movers: {
      kind: 'rows',
      label: '迁移人',
      hint: '一张准予迁入证明最多四人，多的另开一个案件',
      asked,
      columns: {
        relation: { kind: 'text', label: '与申请人关系', hint: '如：本人、妻、子' },
        name: { kind: 'name', label: '姓名' },
        sex: { kind: 'code', label: '性别', table: 'sex' },
        birthDate: { kind: 'date', label: '出生日期' },
        citizenId: { kind: 'citizenId', label: '公民身份号码' },
      },
    },
    moversFrom: {
      kind: 'place',
      label: '迁移人现户口地址',
      hint: '决定要不要准予迁入证明：外省要，自治区内不要',
      asked,
    },
    moversOffice: { kind: 'text', label: '迁移人户口登记机关', hint: '迁出地派出所全称', asked },
    destination: { kind: 'place', label: '迁入地址', asked },
    destinationOffice: { kind: 'text', label: '迁入地户口登记机关', hint: '本所全称', asked },
    moveReason: { kind: 'code', label: '准迁原因', table: 'move-in-reason', asked },
  })
}

export const permitContentPage = Object.keys(permitContentFields(() => true))
export type PermitContentFacts = FactsOf<ReturnType<typeof permitContentFields>>

/** The content as frozen on the sheet; undefined while something is missing. */
export function permitContentOf(facts: PermitContentFacts): MoveInPermitContent | undefined {
  const { permitApplicant, moversFrom, moversOffice, destination, destinationOffice } = facts
  const movers = moversOf(facts)
  const reason = moveInReasons.name(facts.moveReason ?? '')
  if (!permitApplicant || !moversFrom || !moversOffice || !destination || !destinationOffice || !reason) {
    return undefined
  }
  if (movers.length === 0 || movers.length !== facts.movers?.length) return undefined
  const { name, citizenId = '', address } = permitApplicant
  return {
    applicant: {
      name,
      citizenId,
      address: address ? addressInWords(address) : (facts.permitApplicantAddress ?? ''),
      registeringOffice: facts.permitApplicantOffice ?? destinationOffice,
    },
    movers,
    moversAddress: `${moversFrom.regionName}${moversFrom.detail}`,
    moversOffice,
    destination,
    destinationOffice,
    reason,
  }
}

/** The movers whose line is complete. */
function moversOf({ movers = [] }: PermitContentFacts): PermitMover[] {
  return movers.flatMap(({ relation, name, sex, birthDate, citizenId }) =>
    relation && name && sex && birthDate && citizenId ? [{ relation, name, sex, birthDate, citizenId }] : [],
  )
}

/** Whether the movers fit on a sheet, stand on it once, and their numbers agree with the rest of their lines. */
export function moversVerdict({ movers = [] }: PermitContentFacts, day: PlainDate): Verdict {
  if (movers.length === 0) return unknown('还没有填迁移人。', 'movers')
  const most = numberInForce('persons-on-a-permit', day)
  if (movers.length > most) {
    return unmet(`一张准予迁入证明最多${most}人，现在写了${movers.length}人。`, '多出来的人另开一个案件。')
  }
  const numbers = movers.flatMap(({ citizenId }) => citizenId ?? [])
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at)
  if (twice) return unmet(`公民身份号码${twice}写了两次。`, '请核对是不是同一个人写了两行。')
  for (const { name = '迁移人', citizenId, birthDate, sex } of movers) {
    if (!citizenId) continue
    const [fault] = reviewCitizenId(citizenId, {
      today: day,
      birthDate,
      sex,
      allowUnissuedSequence: true,
    }).refusals
    if (fault) return unmet(`${name}：${fault.message}`, '请对照居民身份证或者户口簿改正。')
  }
  if (moversOf({ movers }).length < movers.length) return unknown('迁移人的几项没有填全。', 'movers')
  return met(`共${movers.length}人，各项齐全。`)
}

/** Whether a permit with this content would be taken to the station where it is applied for. */
export function destinationVerdict(
  { destination }: PermitContentFacts,
  station: { readonly stationCode: string; readonly stationName: string },
): Verdict {
  if (!destination) return unknown('还没有填迁入地址。', 'destination')
  return destination.region === station.stationCode.slice(0, 6)
    ? met(`迁入${destination.regionName}，归${station.stationName}所在旗县区办理。`)
    : unmet(`迁入${destination.regionName}，不归本旗县区办理。`, '请到迁入地派出所申请。')
}
