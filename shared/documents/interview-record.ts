import type { Content, DocumentDefinition } from './definition.ts'
import { factTable } from './fact-table.ts'
import { points } from './millimetres.ts'
import { officialPage, officialTitle } from './official-page.ts'
import { pageCountMark, pageNumberMark } from './page.ts'
import { citizenIdInGroups, footLine, numberLine, type SlipHead } from './slip-head.ts'

export interface InterviewOfficer {
  readonly name: string
  readonly policeNumber: string
}

export interface InterviewAnswer {
  readonly question: string
  readonly answer: string
}

export interface InterviewRecordContent {
  readonly head: SlipHead
  /** In words: 2026年3月1日9时30分至10时05分. */
  readonly time: string
  readonly place: string
  /** Two ask together, always. */
  readonly officers: readonly [InterviewOfficer, InterviewOfficer]
  readonly interviewee: {
    readonly name: string
    readonly citizenId: string
    readonly address: string
    readonly telephone: string
    /** To the person whom the case is about, for example 邻居. */
    readonly relation: string
  }
  /** The person whom the case is about. */
  readonly about: string
  readonly answers: readonly InterviewAnswer[]
}

const TEXT_SIZE = 12
const SIDE = points(24)

/** The interview record (调查走访笔录), A4: each page is signed and bears a fingerprint. */
export function interviewRecord(content: InterviewRecordContent): DocumentDefinition {
  const { head } = content
  return {
    ...officialPage('调查走访笔录', ''),
    pageMargins: [SIDE, points(20), SIDE, points(36)],
    footer: signedFoot(footLine(head)),
    content: [
      ...officialTitle(head.station, '调查走访笔录', numberLine(head)),
      factsOf(content),
      {
        text: '告知：我们是公安机关的工作人员，现依法向您了解情况。请如实回答；与本事项无关的问题，您可以不回答。',
        lineHeight: 1.15,
        margin: [0, 8, 0, 6],
      },
      ...content.answers.flatMap(({ question, answer }) => [spoken('问', question), spoken('答', answer)]),
      closing(),
    ],
  }
}

function factsOf({ time, place, officers, interviewee, about }: InterviewRecordContent): Content {
  const [first, second] = officers.map(
    ({ name, policeNumber }) => `${name}（警号 ${policeNumber || '　　　　　　'}）`,
  )
  return factTable(
    [
      [{ label: '时间', text: time }],
      [{ label: '地点', text: place }],
      [
        { label: '走访人', text: first ?? '' },
        { label: '走访人', text: second ?? '' },
      ],
      [
        { label: '被走访人', text: interviewee.name },
        { label: '联系电话', text: interviewee.telephone },
      ],
      [
        { label: '公民身份号码', text: citizenIdInGroups(interviewee.citizenId) },
        { label: '与当事人关系', text: interviewee.relation },
      ],
      [{ label: '住址', text: interviewee.address }],
      [{ label: '了解谁的情况', text: about }],
    ],
    78,
  )
}

/** Question or answer, its lines hanging behind the word. */
function spoken(who: '问' | '答', text: string): Content {
  return {
    columns: [
      { text: `${who}：`, width: TEXT_SIZE * 2, bold: who === '问' },
      { text, width: '*', lineHeight: 1.15 },
    ],
    fontSize: TEXT_SIZE,
    margin: [0, 0, 0, who === '问' ? 2 : 6],
  }
}

function closing(): Content {
  return {
    unbreakable: true,
    margin: [0, 10, 0, 0],
    stack: [
      {
        text: '以上笔录请您核对，有遗漏或者差错的可以补充、改正；没有错误的，请写明“以上笔录我看过，和我说的一样”，并签名、捺指印。',
        lineHeight: 1.15,
        margin: [0, 0, 0, 14],
      },
      {
        table: {
          widths: [92, '*', 10],
          body: [[{ text: '被走访人亲笔写明' }, { text: ' ' }, { text: '' }]],
        },
        layout: 'underlined',
      },
      { text: '　　　　年　　月　　日', alignment: 'right', margin: [0, 8, 0, 0] },
    ],
  }
}

/** Signatures and fingerprint at the foot of each page. */
function signedFoot(office: string): Content {
  const FINGERPRINT = 40
  return {
    margin: [SIDE, points(4), SIDE, 0],
    stack: [
      {
        columns: [
          {
            width: '*',
            stack: [signingLine(['被走访人签名', ' ']), signingLine(['走访人签名', ' ', '走访人签名', ' '])],
          },
          { width: FINGERPRINT + 14, ...fingerprintPlace(FINGERPRINT) },
        ],
        columnGap: 8,
      },
      {
        columns: [
          { text: office, width: '*', fontSize: 7.5, color: '#666666' },
          {
            text: `第 ${pageNumberMark} 页，共 ${pageCountMark} 页`,
            width: 'auto',
            fontSize: 7.5,
            color: '#666666',
          },
        ],
        margin: [0, 6, 0, 0],
      },
    ],
  }
}

function signingLine(cells: readonly string[]): Content {
  const pairs = cells.length / 2
  return {
    table: {
      widths: Array.from({ length: pairs }, () => ['auto' as const, '*' as const, 8]).flat(),
      body: [
        Array.from({ length: pairs }, (_, pair) => [
          { text: cells[2 * pair] ?? '' },
          { text: cells[2 * pair + 1] ?? '' },
          { text: '' },
        ]).flat(),
      ],
    },
    layout: 'underlined',
    fontSize: 9.5,
    margin: [0, 2, 0, 2],
  }
}

function fingerprintPlace(size: number): { stack: Content[] } {
  return {
    stack: [
      {
        canvas: [
          {
            type: 'rect',
            x: 0,
            y: 0,
            w: size,
            h: size,
            lineWidth: 0.6,
            lineColor: '#888888',
            dash: { length: 2, space: 2 },
          },
        ],
      },
      { text: '捺指印', fontSize: 8, color: '#888888', margin: [8, -size / 2 - 6, 0, 0] },
    ],
  }
}
