import type { CaseFile } from '../../shared/cases/case-file.ts'
import { tellsOf } from '../../shared/cases/own-record.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { openAction, openCase, type Readable } from './read.ts'

const atOnce = 200

/**
 * Every case that ever told of a person: in its facts as they stand, in an earlier action, or as the case of one of
 * the person's own entries. Everything is opened once, a piece at a time; `tell` hears how far it has come, 0 to 1.
 */
export async function casesAbout(
  readable: Readable,
  person: ResidentRecord,
  tell: (part: number) => void,
): Promise<readonly CaseFile[]> {
  const { database } = readable
  const about = new Set((person.entries ?? []).map(({ caseId }) => caseId))
  const actionIds = await database.actions.toCollection().primaryKeys()
  const caseIds = await database.cases.toCollection().primaryKeys()
  const all = actionIds.length + caseIds.length
  for (const [at, ids] of inPieces(actionIds)) {
    tell(at / all)
    for (const row of await database.actions.bulkGet(ids)) {
      if (row && !about.has(row.caseId) && tellsOf(person, (await openAction(readable, row)).facts))
        about.add(row.caseId)
    }
  }
  const found: CaseFile[] = []
  for (const [at, ids] of inPieces(caseIds)) {
    tell((actionIds.length + at) / all)
    for (const row of await database.cases.bulkGet(ids)) {
      if (!row) continue
      const caseFile = await openCase(readable, row)
      if (about.has(row.id) || tellsOf(person, caseFile.form)) found.push(caseFile)
    }
  }
  tell(1)
  return found
}

function* inPieces(ids: readonly string[]): Generator<readonly [number, string[]]> {
  for (let at = 0; at < ids.length; at += atOnce) yield [at, ids.slice(at, at + atOnce)]
}
