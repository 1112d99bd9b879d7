import { join } from 'node:path'
import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { mostBundleFileBytes } from '../../shared/sync/bundle-file.ts'
import type { City } from '../city.ts'
import { FolderInUse } from '../disk/folder-lock.ts'
import { openPostgresCity } from '../open-city.ts'
import { openEmbeddedCity } from '../open-embedded-city.ts'
import { takeBundle, type BundleTaken } from './take-bundle.ts'
import { writeAnswer } from './write-answer.ts'

const usage = `用法（市局；先设 DATABASE_URL，练习用的市局停下后只用 --data）：
  npm run bundle -- take 数据包.hukou --answer 回执.hukou --data 文件夹   收下派出所U盘上的数据包，写出回执
      --data 文件夹        市局服务器的数据文件夹，扫描件存在里面
      --certify 钥匙编号   第一次收这台机器的数据包：电话核对钥匙编号后加上`

/** Takes a bundle and writes the answer. Exit 0 when both are done, 1 with the reason, 2 with the usage. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { answer: { type: 'string' }, certify: { type: 'string' }, data: { type: 'string' } },
  })
  const [command, file] = positionals
  const url = process.env['DATABASE_URL'] || undefined
  const { answer, data } = values
  if (command !== 'take' || !file || !answer || !data) return say(usage, 2)
  // A wrong name would put scans where the server does not look, and the desk would be told that they came.
  if (url && !(await isFolder(data))) return say(noSuchFolder, 1)
  if ((await stat(file)).size > mostBundleFileBytes) return say('这个文件太大，不是派出所的数据包。', 1)
  const city = await openCity(url, data).catch(inUse)
  if (typeof city === 'string') return say(city, 1)
  try {
    const { certify } = values
    const taken = await takeBundle(city, await readFile(file), {
      reportFault,
      ...(certify ? { certify } : {}),
    })
    if (!taken.ok) return say(taken.refusals.map(({ message }) => message).join('\n'), 1)
    await writeAnswer(answer, taken.value.answer)
    return say(summaryOf(taken.value), 0)
  } finally {
    await city.close()
  }
}

const noSuchFolder =
  '没有 --data 写的这个文件夹，没有接收。请写市局服务器用的那一个（服务器还没有收过扫描件的，先建好）。'

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** What is said when the city is at work in its folder. */
function inUse(error: unknown): string {
  if (error instanceof FolderInUse) return error.message
  throw error
}

/** The kind of a fault; its words may repeat what somebody typed. */
function reportFault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.name : 'fault'}\n`)
}

function openCity(url: string | undefined, folder: string): Promise<City> {
  const options = {
    packages: [],
    attachmentFolder: join(folder, 'attachments'),
    now: () => new Date().toISOString(),
    report: () => undefined,
  }
  return url ? openPostgresCity(url, options) : openEmbeddedCity(folder, options)
}

function summaryOf(taken: BundleTaken): string {
  const { station, device, n, accepted, refused, handedOut, leasesDone, leasesRefused, again } = taken
  const { scansReceived, scansRefused, reasonsAgainstScans } = taken
  return [
    `${again ? '以前收过，回执相同：' : '已收下：'}派出所 ${station} 机器 ${device} 第 ${n} 份`,
    `接收 ${accepted} 步，退回 ${refused} 步；回执里带去市局已办的 ${handedOut} 步。`,
    `扫描件收到 ${scansReceived} 件，没有收 ${scansRefused} 件。${reasonsAgainstScans.join('')}`,
    `号段办妥 ${leasesDone} 项，没有办成 ${leasesRefused} 项。请把回执文件交派出所导入。`,
  ].join('\n')
}

function say(words: string, code: number): number {
  process.stdout.write(`${words}\n`)
  return code
}

process.exitCode = await main()
