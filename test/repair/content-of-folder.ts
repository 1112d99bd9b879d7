import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file under a folder with its bytes, by its path in it. */
export function contentOfFolder(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [file.slice(path.length), readFileSync(file, 'base64')]
    }),
  )
}
