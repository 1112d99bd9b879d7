import { dateInChinese } from '../base/plain-date.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import type { Fact } from './fact-table.ts'
import { listSection, pairedFacts, textSection } from './form-sections.ts'
import { officialPage, officialTitle } from './official-page.ts'
import { officeSignature, signatureLines } from './signature-lines.ts'
import { citizenIdInGroups, footLine, numberLine, type SlipHead } from './slip-head.ts'

export interface ComparisonHit {
  readonly name: string
  readonly citizenId: string
  /** Where that person is registered. */
  readonly place: string
  /** Likeness or result in words: 相似度 96.2%, 排除 … */
  readonly result: string
}

export interface ComparisonReportContent {
  readonly head: SlipHead
  /** 全国人口库查询, 人像比对, 指纹比对 or DNA 检验比对. */
  readonly kind: string
  /** Name of the system or laboratory asked. */
  readonly system: string
  /** In words: 2026年3月1日9时30分. */
  readonly time: string
  readonly officer: string
  readonly officerNumber: string
  /** Number of the query or laboratory report; empty where there is none. */
  readonly reportNumber: string
  readonly subject: { readonly name: string; readonly citizenId: string }
  readonly hits: readonly ComparisonHit[]
  readonly result: readonly string[]
  readonly conclusion: string
  /** A caption for each place where an image is to be put; two to a row. */
  readonly images: readonly string[]
}

/** The comparison report (比对结果书), A4: what was asked where, when and by whom, what came out, and what follows. */
export function comparisonReport(content: ComparisonReportContent): DocumentDefinition {
  const { head } = content
  return {
    ...officialPage(`${content.kind}结果书`, footLine(head)),
    content: [
      ...officialTitle(head.station, '比对结果书', numberLine(head)),
      pairedFacts(factsOf(content), 78),
      listSection(
        '比中人员',
        ['序号', '姓名', '公民身份号码', '户口所在地', '结果'],
        content.hits.map((hit) => [hit.name, citizenIdInGroups(hit.citizenId), hit.place, hit.result]),
        [26, 72, 112, '*', 78],
        '没有比中人员。',
      ),
      textSection('比对结果', content.result, 50),
      textSection('结论', [content.conclusion], 40),
      ...imagePlaces(content.images),
      signatureLines(
        [
          { label: '比对人', printed: '' },
          { label: '复核人', printed: '' },
        ],
        '',
      ),
      officeSignature(head.station, dateInChinese(head.day)),
    ],
  }
}

function factsOf(content: ComparisonReportContent): Fact[] {
  return [
    { label: '比对方式', text: content.kind },
    { label: '比对时间', text: content.time },
    { label: '系统或者机构', text: content.system },
    { label: '查询、报告编号', text: content.reportNumber },
    { label: '被比对人', text: content.subject.name },
    { label: '公民身份号码', text: citizenIdInGroups(content.subject.citizenId) },
    { label: '比对人、警号', text: `${content.officer} ${content.officerNumber}` },
  ]
}

const IMAGE_WIDTH = 170
const IMAGE_HEIGHT = 128

/** Dashed frames, in which images are put by hand or by the system asked; no image passes through this program. */
function imagePlaces(captions: readonly string[]): Content[] {
  const rows: Content[] = []
  for (let first = 0; first < captions.length; first += 2)
    rows.push({
      columns: captions.slice(first, first + 2).map((caption) => imagePlace(caption)),
      columnGap: 20,
      margin: [0, 10, 0, 0],
    })
  return rows
}

function imagePlace(caption: string): Content {
  return {
    unbreakable: true,
    stack: [
      {
        canvas: [
          {
            type: 'rect',
            x: 0,
            y: 0,
            w: IMAGE_WIDTH,
            h: IMAGE_HEIGHT,
            lineWidth: 0.6,
            lineColor: '#888888',
            dash: { length: 3, space: 3 },
          },
        ],
      },
      {
        text: '贴图处',
        color: '#999999',
        fontSize: 9,
        margin: [70, -IMAGE_HEIGHT / 2 - 8, 0, IMAGE_HEIGHT / 2 - 6],
      },
      { text: caption, fontSize: 9, margin: [0, 2, 0, 0] },
    ],
  }
}
