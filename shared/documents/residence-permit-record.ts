import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { DocumentDefinition } from './definition.ts'
import { factTable } from './fact-table.ts'
import { listSection, pairedFacts } from './form-sections.ts'
import { officialPage, officialTitle } from './official-page.ts'
import { besidePhoto } from './photo-place.ts'
import { officeSignature } from './signature-lines.ts'
import { citizenIdInGroups } from './slip-head.ts'

export interface PermitEndorsement {
  readonly on: PlainDate
  readonly until: PlainDate
  /** After the year was over: the years of residence count anew from that day (规范第七十条). */
  readonly late: boolean
  readonly clerk: string
}

/** The data of a residence permit in printed words, and its endorsements, oldest first. */
export interface ResidencePermitRecordContent {
  readonly station: string
  readonly permitNumber: string
  readonly state: string
  readonly name: string
  readonly sex: string
  readonly ethnicGroup: string
  readonly birthDate: string
  readonly citizenId: string
  readonly householdAddress: string
  readonly residenceAddress: string
  readonly issuer: string
  readonly issuedOn: PlainDate
  /** From when the years of residence count without a break. */
  readonly residenceCountsFrom: PlainDate
  readonly endorsements: readonly PermitEndorsement[]
  readonly printedOn: PlainDate
}

/** The record of a residence permit and its endorsements (居住证登记及签注记录), A4; no card is printed by this program. */
export function residencePermitRecord(content: ResidencePermitRecordContent): DocumentDefinition {
  const title = '居住证登记及签注记录'
  return {
    ...officialPage(title, content.station),
    content: [
      ...officialTitle(content.station, title, `居住证编号：${content.permitNumber}`),
      besidePhoto(identity(content)),
      pairedFacts(
        [
          { label: '常住户口所在地', text: content.householdAddress },
          { label: '居住地住址', text: content.residenceAddress },
          { label: '签发机关', text: content.issuer },
          { label: '签发日期', text: dateInChinese(content.issuedOn) },
          { label: '证件状态', text: content.state },
          { label: '居住年限起算', text: dateInChinese(content.residenceCountsFrom) },
        ],
        84,
      ),
      listSection(
        '签注记录',
        ['序号', '签注日期', '有效期至', '是否逾期', '承办人'],
        content.endorsements.map((endorsement) => [
          dateInChinese(endorsement.on),
          dateInChinese(endorsement.until),
          endorsement.late ? '逾期补办，居住年限自补办之日起重新连续计算' : '按期',
          endorsement.clerk,
        ]),
        [26, 92, 92, '*', 70],
        '还没有签注。',
      ),
      { text: '（以下空白）', alignment: 'center', fontSize: 9, color: '#666666', margin: [0, 6, 0, 0] },
      {
        text: '签注每年一次，应当在期满前一个月内办理，不收费。逾期没有签注的，居住证使用功能中止；补办签注后恢复。',
        fontSize: 9,
        color: '#333333',
        margin: [0, 6, 0, 0],
      },
      officeSignature(content.station, dateInChinese(content.printedOn)),
    ],
  }
}

function identity(content: ResidencePermitRecordContent): ReturnType<typeof factTable> {
  return factTable(
    [
      [{ label: '姓名', text: content.name }],
      [
        { label: '性别', text: content.sex },
        { label: '民族', text: content.ethnicGroup },
      ],
      [{ label: '出生日期', text: content.birthDate }],
      [{ label: '公民身份号码', text: citizenIdInGroups(content.citizenId) }],
    ],
    72,
  )
}
