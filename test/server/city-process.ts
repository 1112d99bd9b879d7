import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import {
  actionsFiledSchema,
  actionsHandedOutSchema,
  type CityPackage,
  type CityVerdict,
  type FiledAction,
} from '../../shared/sync/messages.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { bearer, gzippedPackage, messageOf } from './station-messages.ts'

/** Of each worker its own: two of them may build at the same time. */
const bundleFolder = join('dist/server-under-test', process.env['VITEST_POOL_ID'] ?? '0')

/** Builds the server as it ships, beside the shipped one, so that a test can start and kill it as a process. */
export async function bundleServer(): Promise<string> {
  await build({ mode: 'server', logLevel: 'error', build: { outDir: bundleFolder } })
  return join(bundleFolder, 'main.js')
}

export interface CityProcess {
  readonly address: string
  /** What it reported while starting and running, one JSON line each. */
  readonly reports: readonly string[]
  /** Ends it without a word, as a power cut would end the process. */
  kill(): Promise<void>
  /** Asks it to close, and waits until it did; answers its exit code. */
  close(): Promise<number | null>
}

export interface ProcessOptions {
  readonly bundle: string
  readonly data: string
  readonly cityPackage?: CityPackage
  readonly databaseUrl?: string
  /** Address that it listens on, when not this machine's own. */
  readonly host?: string
  /** Words in front of its command, to run it somewhere else. */
  readonly inside?: readonly string[]
}

export async function startCity({
  bundle,
  data,
  cityPackage,
  databaseUrl,
  host,
  inside = [],
}: ProcessOptions): Promise<CityProcess> {
  const file = join(data, 'given.json.gz')
  if (cityPackage) await writeFile(file, gzippedPackage(cityPackage))
  const given = [
    '--port',
    '0',
    '--data',
    join(data, 'city'),
    '--sample',
    '--plain',
    ...(cityPackage ? ['--package', file] : []),
    ...(host === undefined ? [] : ['--host', host]),
  ]
  const [command, ...words] = [...inside, process.execPath, bundle, ...given]
  const child = spawn(must(command, 'a command'), words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
  })
  const reports: string[] = []
  createInterface({ input: must(child.stderr, 'piped') }).on('line', (line) => reports.push(line))
  const address = await readyAddress(child, reports)
  return {
    address,
    reports,
    kill: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    close: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      return child.exitCode
    },
  }
}

async function readyAddress(child: ChildProcess, reports: readonly string[]): Promise<string> {
  for await (const line of createInterface({ input: must(child.stdout, 'piped') })) {
    const address = /^city ready (http:\S+)$/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error(`the city did not start: ${reports.join('\n')}`)
}

/** Sends as a station does; undefined when the line broke before the answer. */
export async function sendOver(
  address: string,
  station: MadeStation,
  actions: readonly Action[],
): Promise<CityVerdict[] | undefined> {
  try {
    const answer = await fetch(`${address}/v1/actions`, {
      method: 'POST',
      headers: { ...bearer(station), 'content-type': 'application/json' },
      body: JSON.stringify(messageOf(station, actions)),
    })
    if (answer.status !== 200) return undefined
    return actionsFiledSchema.parse(await answer.json()).verdicts
  } catch {
    return undefined
  }
}

export async function fetchOver(address: string, station: MadeStation): Promise<FiledAction[]> {
  const all: FiledAction[] = []
  for (;;) {
    const url = `${address}/v1/actions?station=${station.code}&after=${all.length}`
    const answer = await fetch(url, { headers: bearer(station) })
    const page = actionsHandedOutSchema.parse(await answer.json())
    all.push(...page.actions)
    if (!page.more) return all
  }
}
