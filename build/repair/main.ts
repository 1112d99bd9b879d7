/** `npm run repair -- DATA_FOLDER`: proves a machine's data folder without the program; 0 sound, 1 mended, 2 needs a person. */
import 'fake-indexeddb/auto'
import { existsSync } from 'node:fs'
import { read } from 'read'
import { exitCodeOf, findingInWords } from './findings.ts'
import { repairDataFolder } from './repair.ts'

const usage = `用法：npm run repair -- 数据文件夹
先关掉户政台。口令或者恢复码在问到时输入，不写在命令里。完好退出 0，修好了退出 1，要人处理退出 2。`

async function main(given: readonly string[]): Promise<number> {
  const [dataFolder] = given
  if (dataFolder === undefined || given.length > 1 || !existsSync(dataFolder)) return say(usage, 2)
  const typed = await read({ prompt: '恢复单上的恢复码，或者任何一个账号的口令（不显示）：', silent: true })
  say('', 0)
  const { findings, counts } = await repairDataFolder(dataFolder, typed, () => new Date())
  for (const finding of findings) say(findingInWords(finding), 0)
  if (counts.length > 0) say(`日志里有：${counts.map(({ kind, count }) => `${kind} ${count}`).join('，')}`, 0)
  return exitCodeOf(findings)
}

function say(words: string, code: number): number {
  process.stdout.write(`${words}\n`)
  return code
}

process.exitCode = await main(process.argv.slice(2))
