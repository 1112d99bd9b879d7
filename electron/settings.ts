import { parseArgs } from 'node:util'

/** What the command line may say. A packaged program listens only when told that it is a sample station. */
export interface Settings {
  readonly sampleStation: boolean
  readonly dataFolder: string | undefined
  readonly packagePath: string | undefined
  readonly cityAddress: string | undefined
}

/**
 * Reads `--sample-station --data-folder=DIR --package=FILE --city=ORIGIN`; everything else on the command line is
 * Chromium's. In the product the three others need `--sample-station`, so that nobody can point a working desk at
 * another city or another user list by changing a shortcut.
 */
export function readSettings(commandLine: readonly string[], isPackaged: boolean): Settings {
  const { values } = parseArgs({
    args: commandLine.filter((word) => /^--(sample-station$|(data-folder|package|city)=)/.test(word)),
    options: {
      'sample-station': { type: 'boolean' },
      'data-folder': { type: 'string' },
      package: { type: 'string' },
      city: { type: 'string' },
    },
  })
  const sampleStation = values['sample-station'] ?? false
  if (isPackaged && !sampleStation) return workingDesk
  return {
    sampleStation,
    dataFolder: values['data-folder'],
    packagePath: values.package,
    cityAddress: values.city,
  }
}

const workingDesk: Settings = {
  sampleStation: false,
  dataFolder: undefined,
  packagePath: undefined,
  cityAddress: undefined,
}
