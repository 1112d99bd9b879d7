import { parseArgs } from 'node:util'
import { z } from 'zod'

const argumentsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(7150),
  host: z.string().default('127.0.0.1'),
  'metrics-port': z.coerce.number().int().min(0).max(65_535).optional(),
  'at-once': z.coerce.number().int().min(0).max(10_000).optional(),
  data: z.string().default('data/city'),
  package: z.array(z.string()).default([]),
  sample: z.boolean().default(false),
  identity: z.string().exactOptional(),
  'tls-certificate': z.string().exactOptional(),
  'tls-key': z.string().exactOptional(),
  'tls-name': z.array(z.string()).default([]),
  plain: z.boolean().default(false),
})

/** How the server was asked to run. `databaseUrl` is absent for the embedded store in `data`. */
export interface Arguments {
  readonly port: number
  readonly host: string
  /** Where this machine alone may ask for the metrics; absent for nowhere. */
  readonly metricsPort?: number
  /** Messages in hand up to which each is judged at once; absent for the usual number. */
  readonly mostAnsweredAtOnce?: number
  readonly data: string
  readonly packages: readonly string[]
  readonly sample: boolean
  /** Folder with a signing key and an authority that were made before the city was. */
  readonly identity?: string
  readonly transport: Transport
  readonly databaseUrl?: string
}

/**
 * `own`: TLS with a certificate of the city's own authority for these names. `given`: TLS with the files of another.
 * `plain`: no TLS and no certificates of machines; for practice on one machine, or behind a proxy that asks for them.
 */
export type Transport =
  | { readonly kind: 'own'; readonly names: readonly string[] }
  | { readonly kind: 'given'; readonly certificate: string; readonly key: string }
  | { readonly kind: 'plain' }

/** What may stand in the environment instead of on the command line. */
export interface Surroundings {
  readonly DATABASE_URL?: string | undefined
  readonly TLS_CERTIFICATE?: string | undefined
  readonly TLS_KEY?: string | undefined
}

/**
 * Reads `--port`, `--host`, `--metrics-port`, `--at-once`, `--data`, `--package` (may come more than once), `--sample`, `--identity`,
 * `--tls-name` (more than once), `--tls-certificate` with `--tls-key`, `--plain`, and the environment. Throws on anything else.
 */
export function readArguments(given: readonly string[], environment: Surroundings): Arguments {
  const { values } = parseArgs({
    args: [...given],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'metrics-port': { type: 'string' },
      'at-once': { type: 'string' },
      data: { type: 'string' },
      package: { type: 'string', multiple: true },
      sample: { type: 'boolean' },
      identity: { type: 'string' },
      'tls-certificate': { type: 'string' },
      'tls-key': { type: 'string' },
      'tls-name': { type: 'string', multiple: true },
      plain: { type: 'boolean' },
    },
  })
  const read = argumentsSchema.parse(values)
  const { port, host, data, package: packages, sample, identity, 'metrics-port': metricsPort } = read
  const mostAnsweredAtOnce = read['at-once']
  const { DATABASE_URL: databaseUrl } = environment
  return {
    port,
    host,
    data,
    packages,
    sample,
    transport: transportOf(read, environment),
    ...(metricsPort === undefined ? {} : { metricsPort }),
    ...(mostAnsweredAtOnce === undefined ? {} : { mostAnsweredAtOnce }),
    ...(identity === undefined ? {} : { identity }),
    ...(databaseUrl ? { databaseUrl } : {}),
  }
}

/** Names under which desks on the same machine call it. */
const namesOfThisMachine = ['127.0.0.1', 'localhost']

function transportOf(read: z.infer<typeof argumentsSchema>, environment: Surroundings): Transport {
  if (read.plain) return { kind: 'plain' }
  const certificate = read['tls-certificate'] ?? environment.TLS_CERTIFICATE
  const key = read['tls-key'] ?? environment.TLS_KEY
  if (certificate && key) return { kind: 'given', certificate, key }
  if (certificate || key) throw new Error('--tls-certificate and --tls-key come together')
  return { kind: 'own', names: [...read['tls-name'], ...namesOfThisMachine] }
}
