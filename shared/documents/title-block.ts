import type { Content, TextContent } from './definition.ts'

/** The head of a slip: who speaks (small), what the paper is (bold 宋体), and its number at the right. */
export function titleBlock(office: string, title: string, number: string, titleSize: number): Content[] {
  return [
    {
      text: office,
      font: 'serif',
      fontSize: titleSize * 0.62,
      alignment: 'center',
      noWrap: true,
      characterSpacing: 1,
    },
    {
      text: title,
      font: 'serif',
      bold: true,
      fontSize: titleSize,
      alignment: 'center',
      noWrap: true,
      characterSpacing: titleSpacing(title),
      margin: [0, 0, 0, 4],
    },
    { text: number, fontSize: 8.5, color: '#444444', alignment: 'right', margin: [0, 0, 0, 5] },
  ]
}

/** A paragraph of Chinese prose: first line two characters in. */
export function paragraph(text: string, fontSize: number, margin = 4): TextContent {
  return {
    text,
    fontSize,
    leadingIndent: fontSize * 2,
    alignment: 'left',
    lineHeight: 1.15,
    margin: [0, 0, 0, margin],
  }
}

/** A small heading above a part of a slip. */
export function partHeading(text: string): TextContent {
  return { text, font: 'serif', bold: true, margin: [0, 7, 0, 3] }
}

/** Short titles are spaced out, as on official paper. */
function titleSpacing(title: string): number {
  return Array.from(title).length <= 5 ? 6 : 2
}
