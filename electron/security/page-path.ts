import { isAbsolute, relative, resolve } from 'node:path'

/** The program's own address. Nothing else is ever shown in its window. */
export const pageOrigin = 'app://desk'

/** True for addresses of the program's own pages. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(`${pageOrigin}/`)
}

/**
 * The file under `folder` that an address means; undefined for another host, for anything that climbs, hides or is
 * encoded twice, and for characters that a system could read as a path. '/' means index.html.
 */
export function filePathOf(folder: string, address: string): string | undefined {
  if (!isOwnPage(address)) return undefined
  const path = decoded(address.slice(pageOrigin.length + 1).replace(/[?#].*$/s, ''))
  if (path === undefined) return undefined
  const segments = path === '' ? ['index.html'] : path.split('/')
  if (!segments.every(isPlainSegment)) return undefined
  const file = resolve(folder, ...segments)
  const inside = relative(folder, file)
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside) ? file : undefined
}

/** Built file names are plain: letters, digits, '-', '_', '.' and '@', and never begin with a dot. */
function isPlainSegment(segment: string): boolean {
  return /^[\p{L}\p{N}_@-][\p{L}\p{N}._@-]*$/u.test(segment) && !segment.includes('..')
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
