import type { Content as PdfmakeContent, DynamicContent } from 'pdfmake/interfaces'
import type { Content } from '../../shared/documents/definition.ts'
import { pageCountMark, pageNumberMark } from '../../shared/documents/page.ts'

/** The footer of each page, with the marks for page number and page count replaced. */
export function numberedFooter(footer: Content): DynamicContent {
  const written = JSON.stringify(footer)
  return (page, pages): PdfmakeContent => {
    const numbered = written.replaceAll(pageNumberMark, `${page}`).replaceAll(pageCountMark, `${pages}`)
    return JSON.parse(numbered) as PdfmakeContent
  }
}
