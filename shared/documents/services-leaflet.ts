import { dateInChinese } from '../base/plain-date.ts'
import type { Content, DocumentDefinition, TextContent } from './definition.ts'
import { slipPage } from './page.ts'
import { landRightsSentence } from './receipt.ts'
import { footLine, type SlipHead } from './slip-head.ts'
import { paragraph, titleBlock } from './title-block.ts'

export interface ServiceItem {
  readonly name: string
  /** Where it is promised: instrument and article, in words. */
  readonly clause: string
  /** From when, or on which condition; empty for what opens at once. */
  readonly when: string
}

export interface ServicesLeafletContent {
  readonly head: SlipHead
  readonly name: string
  /** What the services follow from, for example 在赤峰市红山区落户 or 领取居住证. */
  readonly occasion: string
  /** 落户 or 居住证: the title's first word. */
  readonly basis: '落户' | '居住证'
  readonly now: readonly ServiceItem[]
  readonly afterYears: readonly ServiceItem[]
  readonly onConditions: readonly ServiceItem[]
}

/** What opens after settling or with the permit (落户、居住证后可以享受的服务), A4, for the person to take home. */
export function servicesLeaflet(content: ServicesLeafletContent): DocumentDefinition {
  const { head } = content
  const title = content.basis === '落户' ? '落户后可以享受的服务' : '持居住证可以享受的服务'
  return {
    ...slipPage('A4', title, footLine(head)),
    content: [
      ...titleBlock(head.station, title, dateInChinese(head.day), 20),
      { text: `${content.name}：`, margin: [0, 2, 0, 3] },
      paragraph(
        `您${content.occasion}。按照现行规定，您可以享受下列服务；具体怎样办理，请问写明的部门，也可以问本所。`,
        10.5,
      ),
      ...group('现在就可以享受', content.now, '项目和依据'),
      ...group('满一定年限后可以享受', content.afterYears, '从什么时候起'),
      ...group('符合条件的可以享受', content.onConditions, '什么条件'),
      rightsBox(),
    ],
  }
}

function group(heading: string, items: readonly ServiceItem[], whenHead: string): Content[] {
  if (items.length === 0) return []
  const withWhen = items.some((item) => item.when !== '')
  const columns = withWhen ? ['服务', whenHead, '依据'] : ['服务', '依据']
  return [
    {
      table: {
        widths: withWhen ? ['*', 150, 118] : ['*', 170],
        headerRows: 2,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        body: [
          groupHeading(heading, columns.length),
          heads(columns),
          ...items.map((item) => [
            { text: item.name },
            ...(withWhen ? [{ text: item.when === '' ? '—' : item.when }] : []),
            { text: item.clause, fontSize: 9, color: '#444444' },
          ]),
        ],
      },
      layout: 'ruled',
      margin: [0, 9, 0, 0],
    },
  ]
}

function groupHeading(heading: string, columns: number): Content[] {
  const cell: TextContent = {
    text: heading,
    font: 'serif',
    bold: true,
    fontSize: 12,
    color: '#24493c',
    fillColor: '#e9ece8',
    colSpan: columns,
  }
  return [cell, ...Array.from({ length: columns - 1 }, () => ({ text: '' }))]
}

function heads(words: readonly string[]): Content[] {
  return words.map((text) => ({ text, alignment: 'center', fillColor: '#f3f4f2', color: '#444444' }))
}

/** Land and collective rights stay as they are: said in a frame, because it is what people ask first. */
function rightsBox(): Content {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              { text: '您的土地和集体权益不变', font: 'serif', bold: true, margin: [4, 3, 4, 2] },
              { text: landRightsSentence, margin: [4, 0, 4, 4], lineHeight: 1.15 },
            ],
            fillColor: '#f1f5f2',
          },
        ],
      ],
      dontBreakRows: true,
    },
    layout: 'ruled',
    margin: [0, 14, 0, 0],
  }
}
