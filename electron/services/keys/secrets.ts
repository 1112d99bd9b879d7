import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nonceBytes, type CipherSuite } from '../../../shared/seal/cipher-suite.ts'
import { isSystemError } from '../../disk/system-error.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'

/** Small secrets of the machine itself, each in a sealed file: the city's token, the signing key. */
export interface MachineSecrets {
  read(name: string): Promise<Uint8Array | undefined>
  write(name: string, bytes: Uint8Array): Promise<void>
}

/** Secrets in `<dataFolder>/secrets`, under a key of their own derived from the data key. */
export function openSecrets(dataFolder: string, suite: CipherSuite, dataKey: Uint8Array): MachineSecrets {
  const key = suite.derive(dataKey, 'machine-secrets')
  const pathOf = (name: string) => join(dataFolder, 'secrets', `${name}.sealed`)
  return {
    read: async (name) => {
      const sealed = await bytesOrNothing(pathOf(name))
      if (!sealed) return undefined
      const opened = suite.open(key, sealed, `secrets/${name}`)
      if (!opened) throw new Error(`the machine's secret ${name} was changed on disk`)
      return opened
    },
    write: async (name, bytes) => {
      await mkdir(join(dataFolder, 'secrets'), { recursive: true, mode: 0o700 })
      await writeWholeFile(pathOf(name), suite.seal(key, randomBytes(nonceBytes), bytes, `secrets/${name}`))
    },
  }
}

async function bytesOrNothing(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined
    throw error
  }
}
