import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPdfEngine, type PdfEngine } from '../../renderer/paper/pdf-engine.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'

/** The bench on which papers are set and measured: the real engine, the real fonts, and poppler's tools. */
const fontFolder = join(import.meta.dirname, '../../node_modules/@expo-google-fonts')

export const fontFiles = {
  serif: readFileSync(join(fontFolder, 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
  serifBold: readFileSync(join(fontFolder, 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')),
  sans: readFileSync(join(fontFolder, 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
}

export const engine: PdfEngine = createPdfEngine(fontFiles)

const folder = process.env['PAPER_LOOK'] ?? mkdtempSync(join(tmpdir(), 'paper-'))
mkdirSync(folder, { recursive: true })

/** Sets a document and leaves it on disk for poppler; fails with the refusal when it is refused. */
export async function setPaper(name: string, definition: DocumentDefinition): Promise<string> {
  const outcome = await engine.render(definition)
  if (!outcome.ok) throw new Error(outcome.refusals.map((refusal) => refusal.message).join('\n'))
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, outcome.value)
  return path
}

/** Everything printed, without any space: what a line or a shrunken size broke apart stands together again. */
export function textOf(path: string): string {
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
}

export function fontsOf(path: string): { name: string; embedded: boolean }[] {
  const rows = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2)
  return rows.map((row) => {
    const [name = '', , , ...rest] = row.split(/\s+/)
    return { name, embedded: rest.includes('yes') && row.slice(72).trim().startsWith('yes') }
  })
}
