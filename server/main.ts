import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments, type Arguments } from './arguments.ts'
import { buildApp } from './app.ts'
import { certifyServer } from './certificates/authority.ts'
import type { City } from './city.ts'
import { FolderInUse } from './disk/folder-lock.ts'
import { usualCapacity } from './http/admit-requests.ts'
import type { TlsSettings } from './http/tls.ts'
import { createMetrics } from './metrics/metrics.ts'
import { serveMetrics } from './metrics/serve-metrics.ts'
import { openPostgresCity, type CityOptions } from './open-city.ts'
import { openEmbeddedCity } from './open-embedded-city.ts'

async function start(given: Arguments): Promise<void> {
  const options: CityOptions = {
    packages: await Promise.all(given.packages.map((path) => readFile(path))),
    attachmentFolder: join(given.data, 'attachments'),
    now: () => new Date().toISOString(),
    ...(given.identity === undefined ? {} : { identity: given.identity }),
    report: (event, details) => void process.stderr.write(`${JSON.stringify({ event, ...details })}\n`),
  }
  const city = await openCity(given, options)
  const tls = await tlsOf(given, city)
  if (!tls) options.report('plain http: no machine is asked for its certificate', {})
  const metrics = createMetrics()
  const { mostAnsweredAtOnce } = given
  const atOnce = mostAnsweredAtOnce === undefined ? {} : { mostAnsweredAtOnce }
  const app = await buildApp({
    city,
    metrics,
    capacity: { ...usualCapacity, ...atOnce },
    ...(tls ? { tls } : {}),
    sample: given.sample,
    logger: { level: 'info', stream: process.stderr },
  })
  const watched = given.metricsPort === undefined ? undefined : await serveMetrics(metrics, given.metricsPort)
  const stop = () => {
    watched?.close()
    void app
      .close()
      .then(() => city.close())
      .then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const address = await app.listen({ port: given.port, host: given.host })
  process.stdout.write(`city ready ${address}\n`)
}

async function tlsOf({ transport }: Arguments, city: City): Promise<TlsSettings | undefined> {
  if (transport.kind === 'plain') return undefined
  const authority = await city.authority()
  const machineAuthority = authority.certificate
  if (transport.kind === 'own')
    return { ...(await certifyServer(authority, transport.names, city.now())), machineAuthority }
  const [certificate, key] = await Promise.all([
    readFile(transport.certificate, 'utf8'),
    readFile(transport.key, 'utf8'),
  ])
  return { certificate, key, machineAuthority }
}

function openCity({ databaseUrl, data }: Arguments, options: CityOptions): Promise<City> {
  return databaseUrl === undefined ? openEmbeddedCity(data, options) : openPostgresCity(databaseUrl, options)
}

try {
  await start(readArguments(process.argv.slice(2), process.env))
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
