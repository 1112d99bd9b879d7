import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import { sheetPage } from '../../shared/documents/page.ts'

/** A sheet nobody sees: setting it reads the tables of all three cuts, so that the first real paper is as quick as the next. */
export const warmUpSheet: DocumentDefinition = {
  ...sheetPage({ width: 100, height: 50 }, '预热'),
  content: [
    { text: '户口迁移证存根持证人姓名 0123456789', font: 'serif' },
    { text: '户口迁移证', font: 'serif', bold: true },
    { text: '受理回执，一次性告知。', font: 'sans' },
  ],
}
