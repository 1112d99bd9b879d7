import type { Content, DocumentDefinition } from './definition.ts'
import { slipPage } from './page.ts'
import { titleBlock } from './title-block.ts'

/** The frame of a form that goes into the file: A4, set in 宋体 throughout, the office and page number at the foot. */
export function officialPage(title: string, footLine: string): Omit<DocumentDefinition, 'content'> {
  return {
    ...slipPage('A4', title, footLine),
    defaultStyle: { font: 'serif', fontSize: 10.5, lineHeight: 1.05, color: '#1a1a1a' },
  }
}

/** From this length on a title is set smaller, so that it stays on one line. */
const LONG_TITLE = 14

/** The head of such a form. */
export function officialTitle(office: string, title: string, number: string): Content[] {
  return titleBlock(office, title, number, Array.from(title).length > LONG_TITLE ? 17 : 21)
}
