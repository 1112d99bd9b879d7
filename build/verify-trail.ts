import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyTrail } from '../shared/trail/trail-chain.ts'

const usage = `用法：npm run verify-trail -- 数据文件夹或者 trail.jsonl [--head 留存的校验值]
核对一台机器的操作记录链。完整退出 0，断了退出 1，读不了退出 2。`

/** Proves a machine's trail without the program and without a line. */
function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { head: { type: 'string' } } })
  const [given] = positionals
  if (given === undefined || !existsSync(given)) return say(usage, 2)
  const path = statSync(given).isDirectory() ? join(given, 'trail', 'trail.jsonl') : given
  if (!existsSync(path)) return say(`没有找到操作记录：${path}`, 2)
  const text = readFileSync(path, 'utf8')
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  const proof = verifyTrail(lines, values.head)
  return proof.whole
    ? say(`完整：${proof.links} 条。${cutInWords(proof.cut)}链尾校验值 ${proof.head}`, 0)
    : say(`断在第 ${proof.brokenAt} 条：${proof.why}`, 1)
}

function cutInWords(cut: number): string {
  return cut > 0 ? `更早的 ${cut} 条保存期满已切除。` : ''
}

function say(words: string, code: number): number {
  process.stdout.write(`${words}\n`)
  return code
}

process.exitCode = main()
