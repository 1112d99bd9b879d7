import 'fake-indexeddb/auto'
import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../build/repair/findings.ts'
import { repairDataFolder } from '../../build/repair/repair.ts'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import { contentOfFolder } from './content-of-folder.ts'
import { makeDataFolder, type MadeFolder } from './made-data-folder.ts'

let made: MadeFolder
let folder: string

beforeAll(async () => {
  made = await makeDataFolder()
})
afterAll(() => rmSync(made.dataFolder, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-repair-'))
  cpSync(made.dataFolder, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = () => new Date('2026-03-11T01:00:00.000Z')
const journalFile = () => join(folder, 'journal', 'journal-000001.log')
const trailFile = () => join(folder, 'trail', 'trail.jsonl')

async function repair(typed = made.recoveryCode) {
  const { findings, counts } = await repairDataFolder(folder, typed, now)
  const said = findings.map(({ grade, part, words }) => `${grade} ${part}：${words}`)
  const rows = Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))
  return { code: exitCodeOf(findings), said, rows }
}

describe('a sound folder', () => {
  it.each(['recovery code', 'passphrase'] as const)(
    'is proved with the %s, counts what the desk had, and no byte of it changes',
    async (by) => {
      const before = contentOfFolder(folder)
      const { code, rows, said } = await repair(by === 'passphrase' ? made.passphrase : made.recoveryCode)
      expect({ code, said }).toMatchObject({ code: 0 })
      const { actions, cases, drafts, outbox, receipts, attachments } = made.rows
      expect(rows).toEqual({
        步骤: actions,
        案件: cases,
        草稿: drafts,
        待市局回执: outbox,
        回执: receipts,
        扫描件: attachments,
        底册记录: 6,
      })
      expect({ actions, cases, drafts, outbox }).toEqual({ actions: 6, cases: 3, drafts: 1, outbox: 5 })
      expect(contentOfFolder(folder)).toEqual(before)
    },
  )
})

describe('what a power cut leaves is mended and nothing of it is deleted', () => {
  it('half a line of the journal is moved aside, and the next look finds all sound', async () => {
    const half = '{"n":99,"sum":"00'
    appendFileSync(journalFile(), half)
    const { code, rows } = await repair()
    expect([code, rows['步骤']]).toEqual([1, 6])
    const aside = readdirSync(join(folder, 'journal')).find((name) => name.endsWith('.torn'))
    expect(readFileSync(join(folder, 'journal', aside ?? ''), 'utf8')).toBe(half)
    expect((await repair()).code).toBe(0)
  })

  it('half a line of the trail is put beside it, and the cut is the next link', async () => {
    appendFileSync(trailFile(), '{"n":3,')
    expect((await repair()).code).toBe(1)
    const aside = readdirSync(join(folder, 'trail')).find((name) => name.endsWith('.torn'))
    expect(readFileSync(join(folder, 'trail', aside ?? ''), 'utf8')).toBe('{"n":3,')
    const lines = readFileSync(trailFile(), 'utf8').trim().split('\n')
    expect(verifyTrail(lines)).toMatchObject({ whole: true, links: 3 })
    expect((await repair()).code).toBe(0)
  })
})

describe('what no program can mend is named and left as it is', () => {
  const faults: readonly (readonly [string, () => void, RegExp])[] = [
    [
      'a changed line of the journal',
      () => {
        const lines = readFileSync(journalFile(), 'utf8').split('\n')
        lines[3] = (lines[3] ?? '').replace(/"body":"../, '"body":"AA')
        writeFileSync(journalFile(), lines.join('\n'))
      },
      /journal-000001\.log：第 4 行与前一行接不上/,
    ],
    ['a journal that is gone', () => rmSync(join(folder, 'journal'), { recursive: true }), /里没有日志文件/],
    [
      'a changed line of the trail',
      () => writeFileSync(trailFile(), readFileSync(trailFile(), 'utf8').replace('"u1"', '"u2"')),
      /操作记录：断在第 2 条/,
    ],
    [
      'a scan that the city has not got and that was damaged',
      () => {
        const attachments = join(folder, 'attachments')
        for (const name of readdirSync(attachments).filter((each) => each.endsWith('.sealed')))
          writeFileSync(join(attachments, name), 'damaged')
      },
      /还有 1 个市局没有收到/,
    ],
    [
      'a keyring that is damaged',
      () => writeFileSync(join(folder, 'keyring.json'), '{"version":1'),
      /钥匙文件损坏/,
    ],
    ['a keyring that is gone', () => unlinkSync(join(folder, 'keyring.json')), /没有找到钥匙文件/],
  ]

  it.each(faults)('%s', async (_what, fault, words) => {
    fault()
    const before = contentOfFolder(folder)
    const { code, said } = await repair()
    expect(code).toBe(2)
    expect(said.join('\n')).toMatch(words)
    expect(contentOfFolder(folder)).toEqual(before)
  })

  it('what is typed wrong opens nothing, and the chains are proved all the same', async () => {
    const { code, said, rows } = await repair('不是口令')
    expect([code, rows]).toEqual([2, {}])
    expect(said.some((line) => line.startsWith('sound 磁盘日志'))).toBe(true)
    expect(said.some((line) => line.startsWith('sound 操作记录'))).toBe(true)
  })
})

it('the command asks for the secret, takes it from the terminal alone, does not repeat it, and ends with the code', async () => {
  appendFileSync(journalFile(), '{"half')
  const child = spawn('npx', ['tsx', 'build/repair/main.ts', folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => output.push(part.toString('utf8')))
  child.stdin.end(`${made.recoveryCode}\n`)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  const said = output.join('')
  expect(said).toMatch(/日志里有：步骤 6，案件 3，草稿 1，待市局回执 5/)
  expect(code).toBe(1)
  expect(said).not.toContain(made.recoveryCode)
})
