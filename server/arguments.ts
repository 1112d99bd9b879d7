import { parseArgs } from 'node:util'
import { z } from 'zod'

const argumentsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(7150),
  host: z.string().default('127.0.0.1'),
  'metrics-port': z.coerce.number().int().min(0).max(65_535).optional(),
  data: z.string().default('data/city'),
  package: z.array(z.string()).default([]),
  sample: z.boolean().default(false),
})

/** How the server was asked to run. `databaseUrl` is absent for the embedded store in `data`. */
export interface Arguments {
  readonly port: number
  readonly host: string
  /** Where this machine alone may ask for the metrics; absent for nowhere. */
  readonly metricsPort?: number
  readonly data: string
  readonly packages: readonly string[]
  readonly sample: boolean
  readonly databaseUrl?: string
}

/** Reads `--port`, `--host`, `--metrics-port`, `--data`, `--package` (may come more than once), `--sample` and DATABASE_URL. Throws on anything else. */
export function readArguments(given: readonly string[], databaseUrl: string | undefined): Arguments {
  const { values } = parseArgs({
    args: [...given],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'metrics-port': { type: 'string' },
      data: { type: 'string' },
      package: { type: 'string', multiple: true },
      sample: { type: 'boolean' },
    },
  })
  const { package: packages, 'metrics-port': metricsPort, ...rest } = argumentsSchema.parse(values)
  return {
    ...rest,
    packages,
    ...(metricsPort === undefined ? {} : { metricsPort }),
    ...(databaseUrl ? { databaseUrl } : {}),
  }
}
