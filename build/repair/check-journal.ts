import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listJournalFiles } from '../../electron/services/journal/journal-files.ts'
import { moveTornTail } from '../../electron/services/journal/move-torn-tail.ts'
import { readEntries } from '../../electron/services/journal/read-entries.ts'
import { surveyJournal, type Survey } from '../../electron/services/journal/survey.ts'
import type { JournalPort } from '../../renderer/local/journal-port.ts'
import type { Finding } from './findings.ts'

export interface CheckedJournal {
  readonly findings: readonly Finding[]
  /** What is whole of it, to be read and never written. */
  readonly port: JournalPort
}

/** Proves the chain file by file. A last line that a power cut tore off is moved aside, where it stays. */
export async function checkJournal(dataFolder: string): Promise<CheckedJournal> {
  const folder = join(dataFolder, 'journal')
  const names = await namesIn(folder)
  const survey = await surveyJournal(folder, names)
  const findings = [...names.map((name) => lookAtFile(name, survey)), ...(await mendTail(folder, survey))]
  if (names.length === 0)
    findings.push({ part: '磁盘日志', grade: 'needs-person', words: `${folder} 里没有日志文件。` })
  const port: JournalPort = {
    append: () => Promise.reject(new Error('a repair appends nothing')),
    read: async (after, limit) => (await readEntries(folder, survey.places, after, limit)).entries,
    last: () => Promise.resolve(survey.places.length),
  }
  return { findings, port }
}

async function namesIn(folder: string): Promise<string[]> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  return isThere && (await readdir(folder)).length > 0 ? listJournalFiles(folder) : []
}

function lookAtFile(name: string, { places, broken }: Survey): Finding {
  const part = `磁盘日志 ${name}`
  const lines = places.filter(({ file }) => file === name).length
  if (broken?.file === name)
    return {
      part,
      grade: 'needs-person',
      words: `第 ${broken.line} 行与前一行接不上，前面 ${lines} 行完好。请勿删除任何文件，联系市局户政。`,
    }
  if (broken && name > broken.file)
    return { part, grade: 'needs-person', words: `在断开的 ${broken.file} 后面，没有核对。` }
  return { part, grade: 'sound', words: `${lines} 行，前后相接` }
}

async function mendTail(folder: string, { torn }: Survey): Promise<Finding[]> {
  if (!torn) return []
  await moveTornTail(folder, torn.file, torn.offset)
  const aside = `${torn.file}.${torn.offset}.torn`
  return [
    { part: `磁盘日志 ${torn.file}`, grade: 'mended', words: `断电留下的半行已另存为 ${aside}，没有删除。` },
  ]
}
