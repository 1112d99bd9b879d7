import { approvalForm, type ApprovalFormContent } from '../../shared/documents/approval-form.ts'
import {
  cancellationProof,
  type CancellationProofContent,
} from '../../shared/documents/cancellation-proof.ts'
import { comparisonReport, type ComparisonReportContent } from '../../shared/documents/comparison-report.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import { interviewRecord, type InterviewRecordContent } from '../../shared/documents/interview-record.ts'
import {
  dottedName,
  head,
  longestAddress,
  longestEthnicGroup,
  longestName,
  longestRemark,
} from './made-up-words.ts'

/** A paper with the pages it takes and words that must be found on it. */
export interface MadeUpPaper {
  readonly definition: DocumentDefinition
  readonly pages: number
  readonly words: readonly string[]
}

export const approval: ApprovalFormContent = {
  title: '恢复户口审批表',
  head,
  person: [
    { label: '姓名', text: '白音查干' },
    { label: '曾用名', text: '' },
    { label: '性别', text: '男' },
    { label: '民族', text: '蒙古族' },
    { label: '出生日期', text: '1990年3月5日' },
    { label: '公民身份号码', text: '150499 19900305 1234' },
    { label: '原户口所在地', text: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室' },
    { label: '注销日期', text: '2009年4月7日' },
    { label: '注销原因', text: '长期外出被注销' },
    { label: '拟恢复住址', text: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室' },
  ],
  facts: [
    '申请人2005年外出务工，2009年4月7日因长期不在被注销户口，此后没有在其他地方落户。',
    '经全国人口库查询和人像比对，没有发现其他户口；经走访原住地居民，本人身份属实。',
  ],
  evidence: [
    { name: '恢复户口申请', kind: '原件', on: '2026-02-20' },
    { name: '全国人口库查询结果书', kind: '公安机关查询', on: '2026-02-21' },
    { name: '调查走访笔录（两份）', kind: '公安机关调查', on: '2026-02-24' },
    { name: '注销户口底册', kind: '本所档案' },
  ],
  rules: [
    {
      title: '原来是本地常住户口，后来被注销',
      clause: '赤政发〔2016〕50号，二（三）',
      verdict: '符合',
    },
    {
      title: '没有在其他地方落户',
      clause: '赤政发〔2016〕50号，二（三）；《户口登记工作规范》第三十八条',
      verdict: '符合',
    },
  ],
  opinions: [
    {
      title: '派出所意见',
      decided: {
        text: '经调查，情况属实，同意恢复户口，报旗县区公安局审批。',
        name: '那顺',
        on: '2026-02-26',
      },
    },
    { title: '旗县区公安局意见' },
    { title: '市公安局意见' },
  ],
}

const longestApproval: ApprovalFormContent = {
  ...approval,
  title: '补录户口（无出生医学证明人员）审批表',
  person: [
    { label: '姓名', text: longestName },
    { label: '曾用名', text: dottedName },
    { label: '性别', text: '未说明的性别' },
    { label: '民族', text: longestEthnicGroup },
    { label: '出生日期', text: '1990年3月5日' },
    { label: '公民身份号码', text: '150499 19900305 1234' },
    { label: '住址', text: longestAddress },
    { label: '备注', text: longestRemark },
  ],
  facts: [longestRemark, longestRemark.replaceAll('项', '条')],
  evidence: Array.from({ length: 12 }, (_, index) => ({
    name: `${longestAddress.slice(0, 40)}第${index + 1}份`,
    kind: '公安机关调查取得的书面证言',
    on: '2026-12-31',
  })),
  rules: Array.from({ length: 10 }, (_, index) => ({
    title: `事项${index + 1}：${longestAddress.slice(index, index + 30)}`,
    clause: '《内蒙古自治区公安机关户口登记管理工作规范》第三十八条第二款第三项',
    verdict: '不符合：还没有取得应当由公安机关自行查询的结果',
  })),
  opinions: approval.opinions.map(({ title }) => ({
    title,
    decided: { text: longestRemark, name: longestName, on: '2026-12-31' },
  })),
}

export const interview: InterviewRecordContent = {
  head,
  time: '2026年2月24日9时30分至10时05分',
  place: '样例街道虚构社区居委会办公室',
  officers: [
    { name: '那顺', policeNumber: '040002' },
    { name: '苏日娜', policeNumber: '040001' },
  ],
  interviewee: {
    name: '其其格玛',
    citizenId: '150499196007081240',
    address: '样例街道虚构路12号院3号楼1单元102室',
    telephone: '0476-0000002',
    relation: '原邻居',
  },
  about: '白音查干',
  answers: [
    {
      question: '您认识白音查干吗？怎么认识的？',
      answer: '认识。他家原来和我家住一个院子，我看着他长大的，大概住了二十年。',
    },
    {
      question: '他是什么时候离开的？',
      answer: '2005年前后出去打工，后来很少回来，2009年他父亲说他的户口给销了。',
    },
    {
      question: '您知道他在别处落过户口吗？',
      answer: '没听说过。他每次回来都说因为没有户口办不了事。',
    },
  ],
}

const longestInterview: InterviewRecordContent = {
  ...interview,
  place: longestAddress,
  interviewee: {
    name: longestName,
    citizenId: '150499196007081240',
    address: longestAddress,
    telephone: '0476-0000002',
    relation: '外祖父母或者外祖父母的兄弟姐妹及其配偶',
  },
  about: dottedName,
  answers: Array.from({ length: 12 }, (_, index) => ({
    question: `第${index + 1}个问题：${longestAddress.slice(0, 60)}？`,
    answer: `${longestRemark}。`,
  })),
}

export const comparison: ComparisonReportContent = {
  head,
  kind: '人像比对',
  system: '自治区人像比对系统',
  time: '2026年2月21日15时20分',
  officer: '苏日娜',
  officerNumber: '040001',
  reportNumber: 'BD-20260221-0003',
  subject: { name: '白音查干', citizenId: '150499199003051234' },
  hits: [
    {
      name: '白音查干',
      citizenId: '150499199003051234',
      place: '赤峰市样例区（已注销）',
      result: '相似度 96.2%',
    },
  ],
  result: ['与本人2008年的居民身份证照片相符，没有比中其他户口人员。'],
  conclusion: '被比对人就是2009年4月7日被注销户口的白音查干本人，没有发现其他户口。',
  images: ['图一　现场采集照片', '图二　居民身份证照片'],
}

const longestComparison: ComparisonReportContent = {
  ...comparison,
  kind: '全国人口库查询',
  system: longestAddress.slice(0, 60),
  subject: { name: longestName, citizenId: '150499199003051234' },
  hits: Array.from({ length: 5 }, () => ({
    name: longestName,
    citizenId: '150499199003051234',
    place: longestAddress,
    result: '相似度 96.2%，需要人工核对',
  })),
  result: [longestRemark],
  conclusion: longestRemark.replaceAll('项', '条'),
  images: ['图一', '图二', '图三', '图四'],
}

export const cancellation: CancellationProofContent = {
  head,
  name: '那顺乌力吉',
  sex: '男',
  ethnicGroup: '蒙古族',
  birthDate: '1938-05-06',
  citizenId: '150499193805061235',
  householdNumber: '010203',
  headName: '白音查干',
  relation: '父亲',
  address: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室',
  cause: '死亡',
  cancelledOn: '2026-02-27',
  remark: '',
}

const longestCancellation: CancellationProofContent = {
  ...cancellation,
  name: longestName,
  ethnicGroup: longestEthnicGroup,
  headName: dottedName,
  relation: '外祖父母或者外祖父母的兄弟姐妹及其配偶',
  address: longestAddress,
  cause: '同一人有两个户口，按规定保留另一个户口',
  remark: longestRemark,
}

export const papers: Readonly<Record<string, MadeUpPaper>> = {
  'approval-form': {
    definition: approvalForm(approval),
    pages: 2,
    words: [
      '恢复户口审批表',
      '白音查干',
      '派出所意见',
      '旗县区公安局意见',
      '市公安局意见',
      '同意恢复户口',
      '（章）',
    ],
  },
  'approval-form-longest': {
    definition: approvalForm(longestApproval),
    pages: 4,
    words: [longestName, dottedName, longestAddress, longestRemark, longestEthnicGroup],
  },
  'interview-record': {
    definition: interviewRecord(interview),
    pages: 1,
    words: ['调查走访笔录', '警号040002', '原邻居', '问：您认识白音查干吗', '捺指印', '第1页，共1页'],
  },
  'interview-record-longest': {
    definition: interviewRecord(longestInterview),
    pages: 4,
    words: [longestName, dottedName, longestAddress, longestRemark],
  },
  'comparison-report': {
    definition: comparisonReport(comparison),
    pages: 1,
    words: ['比对结果书', '人像比对', '相似度96.2%', 'BD-20260221-0003', '贴图处', '没有发现其他户口'],
  },
  'comparison-report-longest': {
    definition: comparisonReport(longestComparison),
    pages: 3,
    words: [longestName, longestAddress, longestRemark],
  },
  'cancellation-proof': {
    definition: cancellationProof(cancellation),
    pages: 1,
    words: ['户口注销证明', '那顺乌力吉', '2026年2月27日', '死亡', '特此证明'],
  },
  'cancellation-proof-longest': {
    definition: cancellationProof(longestCancellation),
    pages: 1,
    words: [longestName, dottedName, longestAddress, longestRemark, longestEthnicGroup],
  },
}
