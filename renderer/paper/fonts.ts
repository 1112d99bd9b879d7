import { create, type Font, type FontCollection } from 'fontkit'

/** The cuts a document may ask for, by file: 宋体 with a bold for certificates and titles, 黑体 for slips. */
export type FontCut = 'serif' | 'serifBold' | 'sans'
export const fontCuts: readonly FontCut[] = ['serif', 'serifBold', 'sans']

export type FontFiles = Readonly<Record<FontCut, Uint8Array>>
export type ParsedFonts = Readonly<Record<FontCut, Font>>

/** Reads the tables of each font once; whoever holds the result keeps them warm. Throws on a file that is no font. */
export function parseFonts(files: FontFiles): ParsedFonts {
  return { serif: parse(files.serif), serifBold: parse(files.serifBold), sans: parse(files.sans) }
}

function parse(bytes: Uint8Array): Font {
  const font = createFont(bytes)
  if ('fonts' in font) throw new Error('a collection holds several fonts; the paper needs one font a file')
  return font
}

/** fontkit's types speak of Node's Buffer; every Uint8Array will do. */
const createFont = create as (bytes: Uint8Array) => Font | FontCollection
