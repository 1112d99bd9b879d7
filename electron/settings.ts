import { parseArgs } from 'node:util'
import type { SuiteName } from '../shared/seal/cipher-suite.ts'
import { suiteNames } from '../shared/seal/suites.ts'

/** What the command line may say. A packaged program listens only when told that it is a sample station. */
export interface Settings {
  readonly sampleStation: boolean
  /** One more machine of a practice station: the blocks of numbers in the package are another one's. */
  readonly anotherMachine: boolean
  /** A practice machine that waits to take a broken one's place instead of setting itself up. */
  readonly takesPlace: boolean
  readonly dataFolder: string | undefined
  readonly packagePath: string | undefined
  readonly cityAddress: string | undefined
  /** The algorithms of a practice desk that sets itself up; at a working desk its administrator chooses. */
  readonly practiceSuite: SuiteName
}

/**
 * Reads `--sample-station --another-machine --take-place --data-folder=DIR --package=FILE --city=ORIGIN --algorithms=sm4-gcm`; everything
 * else on the command line is Chromium's. In the product the others need `--sample-station`, so that nobody can point a
 * working desk at another city or another user list by changing a shortcut.
 */
export function readSettings(commandLine: readonly string[], isPackaged: boolean): Settings {
  const { values } = parseArgs({
    args: commandLine.filter((word) =>
      /^--((sample-station|another-machine|take-place)$|(data-folder|package|city|algorithms)=)/.test(word),
    ),
    options: {
      'sample-station': { type: 'boolean' },
      'another-machine': { type: 'boolean' },
      'take-place': { type: 'boolean' },
      'data-folder': { type: 'string' },
      package: { type: 'string' },
      city: { type: 'string' },
      algorithms: { type: 'string' },
    },
  })
  const sampleStation = values['sample-station'] ?? false
  if (isPackaged && !sampleStation) return workingDesk
  return {
    sampleStation,
    anotherMachine: values['another-machine'] ?? false,
    takesPlace: values['take-place'] ?? false,
    dataFolder: values['data-folder'],
    packagePath: values.package,
    cityAddress: values.city,
    practiceSuite: suiteNames.find((name) => name === values.algorithms) ?? 'aes-256-gcm',
  }
}

const workingDesk: Settings = {
  sampleStation: false,
  anotherMachine: false,
  takesPlace: false,
  dataFolder: undefined,
  packagePath: undefined,
  cityAddress: undefined,
  practiceSuite: 'aes-256-gcm',
}
