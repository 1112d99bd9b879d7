import { dateInChinese } from '../base/plain-date.ts'
import type { DocumentDefinition } from './definition.ts'
import { factTable } from './fact-table.ts'
import { listSection, pairedFacts, textSection } from './form-sections.ts'
import { officialPage, officialTitle } from './official-page.ts'
import { besidePhoto } from './photo-place.ts'
import { landRightsSentence, personalDataSentence } from './receipt.ts'
import { signatureLines } from './signature-lines.ts'
import { citizenIdInGroups, footLine, numberLine, type SlipHead } from './slip-head.ts'

/** Fields of the residence permit (规范第六十四条) and of the application for it, in printed words. */
export interface ResidencePermitApplicationContent {
  readonly head: SlipHead
  /** 首次申领, 换领, 补领 or 变更. */
  readonly occasion: string
  readonly name: string
  readonly sex: string
  readonly ethnicGroup: string
  readonly birthDate: string
  readonly citizenId: string
  readonly telephone: string
  readonly householdAddress: string
  readonly residenceAddress: string
  readonly residenceSince: string
  /** 合法稳定就业, 合法稳定住所 or 连续就读. */
  readonly ground: string
  /** Where the photograph comes from: 本人提交, 居民身份证照片库 … */
  readonly photoSource: string
  /** Empty where the applicant came. */
  readonly agent: string
  readonly agentCitizenId: string
  readonly proofs: readonly { readonly name: string; readonly kind: string }[]
}

/** The application form of the residence permit (居住证申领登记表), A4. */
export function residencePermitApplication(content: ResidencePermitApplicationContent): DocumentDefinition {
  const { head } = content
  return {
    ...officialPage('居住证申领登记表', footLine(head)),
    content: [
      ...officialTitle(head.station, '居住证申领登记表', `${numberLine(head)}　${content.occasion}`),
      besidePhoto(identity(content)),
      pairedFacts(residence(content), 78),
      listSection(
        '交验的证明材料',
        ['序号', '材料名称', '种类'],
        content.proofs.map(({ name, kind }) => [name, kind]),
        [26, '*', 130],
        '没有材料。',
      ),
      textSection('申请人声明', [
        '以上填写的内容和交验的材料真实有效。我知道居住证每年签注一次，应当在期满前一个月内办理；住址变动的，应当办理变更。',
        landRightsSentence,
        personalDataSentence,
        '首次申领和签注不收费。',
      ]),
      signatureLines(
        [
          { label: '申请人（代办人）签名', printed: '' },
          { label: '承办人', printed: `${head.clerk}（警号 ${head.clerkNumber}）` },
        ],
        dateInChinese(head.day),
      ),
    ],
  }
}

function identity(content: ResidencePermitApplicationContent): ReturnType<typeof factTable> {
  return factTable(
    [
      [
        { label: '姓名', text: content.name },
        { label: '性别', text: content.sex },
      ],
      [
        { label: '民族', text: content.ethnicGroup },
        { label: '出生日期', text: content.birthDate },
      ],
      [{ label: '公民身份号码', text: citizenIdInGroups(content.citizenId) }],
      [{ label: '联系电话', text: content.telephone }],
      [{ label: '照片来源', text: content.photoSource }],
    ],
    66,
  )
}

function residence(content: ResidencePermitApplicationContent): { label: string; text: string }[] {
  const agent =
    content.agent === ''
      ? []
      : [
          { label: '代办人', text: content.agent },
          { label: '代办人身份号码', text: citizenIdInGroups(content.agentCitizenId) },
        ]
  return [
    { label: '常住户口所在地', text: content.householdAddress },
    { label: '居住地住址', text: content.residenceAddress },
    { label: '居住起始日期', text: content.residenceSince },
    { label: '申领条件', text: content.ground },
    ...agent,
  ]
}
