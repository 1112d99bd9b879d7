import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGroup } from '../../server/journal/filing-journal.ts'
import { openJournal } from '../../server/journal/journal-file.ts'
import type { Filing } from '../../server/receive/filing.ts'
import { authorMessage, signedDigestOf } from '../../shared/proof/author-key.ts'
import { algorithmOfKey } from '../../shared/proof/signature-port.ts'

/** A filed step, and whose signature the city holds under it: 'unsigned', 'forged', or the police number of its signer. */
export interface SignedStep {
  readonly id: string
  readonly step: string
  readonly policeNumber: string
  readonly signedBy: string
}

/** What an embedded city's journal says of who acted, worked out anew from keys and signatures in it. */
export async function signedSteps(cityFolder: string): Promise<readonly SignedStep[]> {
  const filings = await readJournal(join(cityFolder, 'journal.log'))
  const keys = filings.flatMap(({ authorKeys = [] }) => authorKeys.map(({ key }) => key))
  return filings.flatMap(({ filed }) =>
    filed.map(({ action, author }) => {
      const key = keys.find(({ keyId }) => keyId === author?.keyId)
      const message = authorMessage(signedDigestOf(action))
      const isSigned =
        key && author && algorithmOfKey(key.publicKey)?.verify(key.publicKey, message, author.signature)
      const signedBy = author ? (isSigned ? key.policeNumber : 'forged') : 'unsigned'
      return { id: action.id, step: action.step, policeNumber: action.by.policeNumber, signedBy }
    }),
  )
}

/** A copy is read: the city may still write to its own. */
async function readJournal(path: string): Promise<Filing[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hukou-city-journal-'))
  try {
    copyFileSync(path, join(folder, 'journal.log'))
    const filings: Filing[] = []
    const collect = async (body: Uint8Array) => void filings.push(...(await readGroup(body)))
    const journal = await openJournal(join(folder, 'journal.log'), collect, () => undefined)
    await journal.close()
    return filings
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
