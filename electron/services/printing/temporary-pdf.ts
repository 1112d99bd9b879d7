import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Lends the PDF as a file that only this account can read, and removes it whatever happens. */
export async function withTemporaryPdf<Result>(
  pdf: Uint8Array,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'hukou-desk-print-'))
  try {
    const path = join(folder, 'sheet.pdf')
    await writeFile(path, pdf, { mode: 0o600 })
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
