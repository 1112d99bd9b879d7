import { addDays, dateInChinese } from '../../base/plain-date.ts'
import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { identityVerdict, mayActForHolder } from '../certificate-applicant.ts'
import type { IssueFacts } from './fields.ts'

/** Law of issuing a certificate to people who move out. */
export const policy: readonly Rule<IssueFacts>[] = [
  {
    id: 'leaves-the-region',
    title: '这次迁移要不要纸质迁移证',
    citations: ['IM-2020', 'WR-42'],
    consequence: 'route',
    test: ({ destination }) => {
      if (!destination) return unknown('还没有填迁往地址。', 'destination')
      return isInsideInnerMongolia(destination.region)
        ? unmet(
            '迁往自治区内，从2020年起网上流转，不开纸质迁移证。',
            '请申请人直接到迁入地派出所申请，由两地网上办结。',
          )
        : met(`迁往${destination.regionName}，跨省迁移，使用纸质迁移证。`)
    },
  },
  {
    id: 'persons-chosen',
    title: '迁出人员是否选定',
    citations: ['HR-10', 'MC-1'],
    consequence: 'ask',
    test: ({ movers }, { day }) => {
      const most = numberInForce('persons-on-a-certificate', day)
      if (!movers?.length) return unknown('还没有选迁出人员。', 'movers')
      return movers.length <= most
        ? met(`共${movers.length}人。`)
        : unmet(`一张证最多${most}人。`, '多出来的人另开一个案件。')
    },
  },
  {
    id: 'permit-or-student',
    title: '有没有准予迁入证明或者录取材料',
    citations: ['WR-43', 'WR-41'],
    consequence: 'ask',
    test: (facts) => {
      if (facts.permitGround === 'student') return admission(facts)
      if (facts.permitGround !== 'permit') return unknown('还没有选凭什么迁移。', 'permitGround')
      return facts.permitNumber
        ? met(`准予迁入证明${facts.permitNumber}。`)
        : unknown('还没有填准予迁入证明编号。', 'permitNumber')
    },
  },
  {
    id: 'permit-fresh',
    title: '准予迁入证明是否还在期限内',
    citations: ['MC-2'],
    consequence: 'warn',
    test: ({ permitGround, permitIssuedOn }, { day }) => {
      if (permitGround !== 'permit') return notApplicable
      if (!permitIssuedOn) return unknown('还没有填签发日期。', 'permitIssuedOn')
      const last = addDays(permitIssuedOn, numberInForce('permit-validity', day))
      return day <= last
        ? met(`到${dateInChinese(last)}为止。`)
        : unmet(
            `已超过${numberInForce('permit-validity', day)}天（到${dateInChinese(last)}为止），按过期看待。`,
            '请申请人到签发机关换领；期限的天数没有在正式文件里查到，签发机关说仍然有效的，由民警写明后照办。',
          )
    },
  },
  {
    id: 'permit-exchanged',
    title: '过了期限的准予迁入证明要不要先换领',
    citations: ['MC-2', 'WR-47'],
    consequence: 'refer',
    test: ({ permitGround, permitIssuedOn }, { day, options }) => {
      if (permitGround !== 'permit') return notApplicable
      if (!permitIssuedOn) return unknown('还没有填签发日期。', 'permitIssuedOn')
      const last = addDays(permitIssuedOn, numberInForce('permit-validity', day))
      if (day <= last) return met('没有过期限。')
      return options['permit-over-forty-days'] === 'exchange'
        ? unmet(`准予迁入证明到${dateInChinese(last)}为止，已经过期。`, '请申请人到签发机关换领后再来。')
        : met('过了期限，现在的设置是只提示，由民警决定。')
    },
  },
  {
    id: 'booklet-surrendered',
    title: '全户迁移是否交回户口簿',
    citations: ['HR-10'],
    consequence: 'ask',
    test: ({ wholeHousehold, bookletSurrendered }) => {
      if (wholeHousehold === undefined) return unknown('还没有选是不是全户迁移。', 'wholeHousehold')
      if (!wholeHousehold) return notApplicable
      if (bookletSurrendered === undefined) return unknown('户口簿还没有收回。', 'bookletSurrendered')
      return bookletSurrendered
        ? met('户口簿已收回。')
        : unmet('全户迁移要交回居民户口簿。', '请交回户口簿；丢了的，写一份说明即可。')
    },
  },
  {
    id: 'may-apply',
    title: '申请人是否可以申请',
    citations: ['HR-10', 'CC-27', 'CC-165'],
    consequence: 'ask',
    test: (facts, { day }) => mayActForHolder(facts, { persons: facts.movers ?? [] }, day),
  },
  {
    id: 'identity-checked',
    title: '申请人身份是否核对',
    citations: ['ID-14'],
    consequence: 'ask',
    test: (facts) => identityVerdict(facts),
  },
]

function admission({ admissionSeen }: IssueFacts) {
  if (admissionSeen === undefined) return unknown('还没有核对录取通知书。', 'admissionSeen')
  return admissionSeen
    ? met('凭录取材料迁移，不需要准予迁入证明。')
    : unmet('没有看到录取通知书。', '请带录取通知书；尚未收到的，可以等收到后再来。')
}
