import PdfKit from 'pdfkit'

/** A PDF of one page, as an office scanner makes it; what it says stands in its title as well, unpacked. */
export function pageThatSays(words: string): Promise<Buffer> {
  const page = new PdfKit({ size: 'A4', info: { Title: words } })
  page.fontSize(28).text('Sample page, made up', { align: 'center' })
  for (let line = 1; line <= 30; line += 1) page.fontSize(12).text(`Line ${line} of a made-up page`)
  page.end()
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    page.on('data', (part: Buffer) => parts.push(part))
    page.on('end', () => resolve(Buffer.concat(parts)))
  })
}
