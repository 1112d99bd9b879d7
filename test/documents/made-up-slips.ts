import { decisionOfRefusal } from '../../shared/documents/decision-of-refusal.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import { oneTimeNotice } from '../../shared/documents/one-time-notice.ts'
import { receipt } from '../../shared/documents/receipt.ts'
import { referralSlip } from '../../shared/documents/referral-slip.ts'
import type { SlipApplicant, SlipHead } from '../../shared/documents/slip-head.ts'
import { spoilAndVoidRegister } from '../../shared/documents/spoil-and-void-register.ts'

const head: SlipHead = {
  station: '赤峰市公安局样例分局样例派出所',
  address: '样例街道虚构路1号',
  telephone: '0476-0000000',
  desk: '户籍2号窗口',
  clerk: '苏日娜',
  clerkNumber: '040001',
  caseNumber: 'YL-2-20260301-0017',
  day: '2026-03-01',
}

const applicant: SlipApplicant = { name: '白音查干', citizenId: '150499199003051234', agent: '' }
const matter = '户口迁移证遗失补发'

/** One of each slip, as a desk would print it. */
export const madeUpSlips = {
  receipt: receipt({
    head,
    applicant,
    matter,
    acceptedAtTime: '09:42',
    promisedBy: '2026-03-01',
    materials: [
      { name: '补发申请（含遗失声明）', form: 'original', count: 1 },
      { name: '居民身份证', form: 'original', count: 1 },
      { name: '户口迁移证存根', form: 'own-record', count: 1 },
    ],
    pending: '迁入地是否已经落户，网络恢复后由本所核查，结果会告诉您。',
    enquiry: '拨打 0476-0000000，或者凭案件编号到本窗口查询',
  }),
  'one-time-notice': oneTimeNotice({
    head,
    applicant,
    matter,
    missing: [
      {
        name: '补发申请，写明遗失的经过',
        clause: '《户口登记工作规范》第四十七条',
        whereObtained: '本窗口有空白表，当场填写',
        alternative: '自己书写的申请',
      },
      {
        name: '代办人的身份证和委托书',
        clause: '《户口登记工作规范》第四十七条',
        whereObtained: '由持证人出具',
        alternative: '',
      },
    ],
  }),
  'referral-slip': referralSlip({
    head,
    applicant,
    matter,
    reason: '这张户口迁移证不是本所签发的，只有签发机关有存根，能够补发',
    clause: '赤政发〔2016〕50号，二（三）',
    office: {
      name: '虚构市公安局样例分局东街派出所',
      address: '虚构市样例区东街9号',
      telephone: '0000-0000000',
    },
    bring: ['居民身份证', '补发申请（可在窗口填写）'],
  }),
  'decision-of-refusal': decisionOfRefusal({
    head,
    applicant,
    matter,
    appliedOn: '2026-02-26',
    facts: [
      '申请补发的户口迁移证编号为蒙迁字第00098765号，由本所于2026年2月10日签发。',
      '该证所列人员已于2026年2月20日在迁往地落户。',
    ],
    evidence: ['本所户口迁移证存根', '市局人口信息比对结果书'],
    clauses: ['赤政发〔2016〕50号，二（三）：遗失的户口迁移证件由签发机关按原内容补发。'],
    wouldChange: '迁往地公安机关撤销该次落户登记的，可以持撤销的书面证明重新申请。',
    reviewAuthority: '样例区人民政府',
    court: '样例区人民法院',
  }),
  'spoil-and-void-register': spoilAndVoidRegister({
    station: head.station,
    sheetName: '户口迁移证',
    from: '2026-03-01',
    to: '2026-03-31',
    lines: [
      {
        day: '2026-03-01',
        oldNumber: '蒙迁字第00098765号',
        newNumber: '蒙迁字第00123456号',
        holder: '白音查干',
        reason: '遗失补发，原证作废',
        clerk: '苏日娜',
      },
      {
        day: '2026-03-02',
        oldNumber: '蒙迁字第00123457号',
        newNumber: '',
        holder: '',
        reason: '打印卡纸，空白证作废',
        clerk: '苏日娜',
      },
    ],
  }),
} satisfies Record<string, DocumentDefinition>
