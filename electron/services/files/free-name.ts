import { readdir } from 'node:fs/promises'

/** `name`, or `name (2)`, `name (3)`… when the folder already holds one: nothing is overwritten. */
export async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set((await readdir(folder)).map((present) => present.toLowerCase()))
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  const ending = dot > 0 ? name.slice(dot) : ''
  let free = name
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${count})${ending}`
  return free
}
