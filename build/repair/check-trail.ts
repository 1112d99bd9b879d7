import { readFile } from 'node:fs/promises'
import { writeWholeFile } from '../../electron/disk/write-whole-file.ts'
import { openTrail, trailPath } from '../../electron/services/trail/trail.ts'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import type { Finding } from './findings.ts'

const part = '操作记录'

/** Proves the chain of the trail; a torn last line is put beside it before the trail itself cuts it off and says so. */
export async function checkTrail(dataFolder: string, now: () => Date): Promise<Finding[]> {
  const path = trailPath(dataFolder)
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return [{ part, grade: 'needs-person', words: `没有找到 ${path}。` }]
  const whole = bytes.subarray(0, bytes.lastIndexOf(10) + 1)
  const lines = whole
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  const proof = verifyTrail(lines)
  if (!proof.whole)
    return [{ part, grade: 'needs-person', words: `断在第 ${proof.brokenAt} 条：${proof.why}` }]
  const sound: Finding = { part, grade: 'sound', words: `${proof.links} 条，前后相接` }
  if (whole.length === bytes.length) return [sound]
  const aside = `${path}.${whole.length}.torn`
  await writeWholeFile(aside, bytes.subarray(whole.length))
  await openTrail(dataFolder, now)
  return [sound, { part, grade: 'mended', words: `断电留下的半行已另存为 ${aside}，切除本身记入操作记录。` }]
}
