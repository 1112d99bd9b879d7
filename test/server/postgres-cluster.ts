import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { must } from '../../shared/base/must.ts'

const run = promisify(execFile)

/** A real PostgreSQL of our own in a temporary folder, with its syncs on. */
export interface PostgresCluster {
  /** Makes an empty database, or a copy of one that nobody is connected to, and answers its address. */
  newDatabase(like?: string): Promise<string>
  dropDatabase(url: string): Promise<void>
  /** Stops at once, as a power cut of the server would, and starts again. */
  crashAndRestart(): Promise<void>
  /**
   * Kills every process of it with SIGKILL: what was only in their memory is gone. Starts again from the disk, after
   * whatever is done `meanwhile`.
   */
  killAndRestart(meanwhile?: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const isRoot = process.getuid?.() === 0

interface ClusterOptions {
  /** Folder in which its own is made. */
  readonly under?: string
}

export async function startPostgres({ under = tmpdir() }: ClusterOptions = {}): Promise<PostgresCluster> {
  const programs = await findPrograms()
  const folder = await mkdtemp(join(under, 'city-postgres-'))
  await chmod(folder, 0o777)
  if (isRoot) spawnSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  const port = await freePort()
  const act = (program: string, ...given: string[]) => asPostgres(join(programs, program), given)
  await act('initdb', '-D', data, '-U', 'city', '-A', 'trust', '-E', 'UTF8', '--no-locale')
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=on`
  let postmaster = 0
  const start = async () => {
    await act('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
    postmaster = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
  }
  await start()
  const address = (name: string) => `postgres://city@127.0.0.1:${port}/${name}`
  const say = async (sql: string) => {
    const client = new Client({ connectionString: address('postgres') })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  let databases = 0
  return {
    newDatabase: async (like) => {
      databases += 1
      const name = `city_${databases}`
      await say(`create database ${name}${like ? ` template ${nameIn(like)}` : ''}`)
      return address(name)
    },
    dropDatabase: (url) => say(`drop database ${nameIn(url)} with (force)`),
    crashAndRestart: async () => {
      await act('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      await start()
    },
    killAndRestart: async (meanwhile) => {
      const pids = [postmaster, ...(await childrenOf(postmaster))]
      for (const pid of pids) killIfAlive(pid)
      while (pids.some(isAlive)) await wait(20)
      await meanwhile?.()
      await start()
    },
    stop: async () => {
      await act('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1)
}

/** PostgreSQL refuses to run as root. */
async function asPostgres(program: string, given: readonly string[]): Promise<void> {
  const [command, ...rest] = isRoot
    ? ['runuser', '-u', 'postgres', '--', program, ...given]
    : [program, ...given]
  await run(must(command, 'a command has a name'), rest, {
    cwd: tmpdir(),
    env: { ...process.env, LC_ALL: 'C' },
  })
}

async function findPrograms(): Promise<string> {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? await readdir(base) : []
  const newest = versions.map(Number).sort((a, b) => b - a)[0]
  return join(
    base,
    String(must(newest, `no PostgreSQL under ${base}: install the package postgresql`)),
    'bin',
  )
}

/** None where the process is gone already, which `ps` tells by its exit code. */
async function childrenOf(pid: number): Promise<number[]> {
  const listed = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).catch(() => ({ stdout: '' }))
  return listed.stdout.split(/\s+/).filter(Boolean).map(Number)
}

function isAlive(pid: number): boolean {
  return reaches(pid, 0)
}

/** One that lost its disk may end by itself meanwhile. */
function killIfAlive(pid: number): void {
  reaches(pid, 'SIGKILL')
}

function reaches(pid: number, signal: 0 | 'SIGKILL'): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
