import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { Content, TableContent } from './definition.ts'
import { headingCell } from './form-sections.ts'

/** What one level says about a case; not decided yet where `decided` is absent, and then its box stays empty. */
export interface Opinion {
  /** 派出所意见, 旗县区公安局意见 or 市公安局意见. */
  readonly title: string
  readonly decided?: {
    readonly text: string
    readonly name: string
    readonly on: PlainDate
  }
}

const RING = 62
const BOX_HEIGHT = 150
const BLANK_DAY = '　　　　年　　月　　日'

/**
 * One box a level: the opinion in words, who gave it and when, and a place for the seal. The boxes stay together: where
 * the front has no room for all of them, they are the back of the form.
 */
export function opinionBoxes(opinions: readonly Opinion[]): Content {
  return { stack: [boxTable(opinions)], unbreakable: true }
}

function boxTable(opinions: readonly Opinion[]): TableContent {
  return {
    table: {
      widths: [74, '*'],
      dontBreakRows: true,
      heights: [0, ...opinions.map(() => BOX_HEIGHT)],
      body: [
        headingRow(),
        ...opinions.map((opinion): Content[] => [
          {
            text: titleLines(opinion.title),
            alignment: 'center',
            verticalAlignment: 'middle',
            color: '#444444',
            fillColor: '#f3f4f2',
          },
          opinionCell(opinion),
        ]),
      ],
    },
    layout: 'ruled',
    margin: [0, -0.5, 0, 0],
  }
}

function headingRow(): Content[] {
  return [{ ...headingCell('审批意见'), colSpan: 2 }, { text: '' }]
}

function opinionCell({ decided }: Opinion): Content {
  return {
    stack: [
      { text: decided?.text ?? ' ', leadingIndent: 21, lineHeight: 1.15, margin: [2, 2, 2, 22] },
      {
        columns: [
          { text: '', width: '*' },
          { ...sealRing(RING), width: RING },
          {
            width: 170,
            stack: [
              { text: `负责人（签名）：${decided?.name ?? ''}`, margin: [0, 22, 0, 8] },
              { text: decided === undefined ? BLANK_DAY : dateInChinese(decided.on) },
            ],
          },
        ],
        columnGap: 14,
      },
    ],
  }
}

/** The place of a seal in running text: a dotted ring and 「（章）」, never a seal; `size` in points. */
export function sealRing(size: number): { stack: Content[] } {
  const radius = size / 2
  return {
    stack: [
      {
        canvas: [
          {
            type: 'ellipse',
            x: radius,
            y: radius,
            r1: radius - 1,
            r2: radius - 1,
            lineWidth: 0.7,
            lineColor: '#999999',
            dash: { length: 1.2, space: 2.4 },
          },
        ],
      },
      {
        text: '（章）',
        color: '#999999',
        fontSize: 8,
        alignment: 'center',
        margin: [0, -radius - 6, 0, radius - 8],
      },
    ],
  }
}

/** 派出所意见 as 派出所 over 意见: the label column is narrow. */
function titleLines(title: string): string {
  return title.replace(/意见$/u, '\n意见')
}
