import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

/** How bad a line is. `delay` in milliseconds each way, `loss` as a share of the packets each way. */
export interface Badness {
  readonly bitsASecond: number
  readonly delay: number
  readonly loss: number
}

const directionSchema = z.object({ packets: z.number(), bytes: z.number(), lost: z.number() })
const countSchema = z.object({ up: directionSchema, down: directionSchema })
export type LinkCount = z.infer<typeof countSchema>

/** A bad line into a network namespace of its own, which only it leads to. */
export interface BadLink {
  /** Address at the far end; what listens there is started by `inside`. */
  readonly address: string
  /** Words in front of a command that run it at the far end. */
  readonly inside: readonly string[]
  cut(): void
  mend(): void
  /** Packets and bytes that were put on the line so far, and those that it lost. */
  count(): Promise<LinkCount>
  close(): Promise<void>
}

const near = { device: 'hukou-near', address: '10.213.77.1' }
const far = { device: 'hukou-far', address: '10.213.77.2', namespace: 'hukou-far' }

/** Lays the line. Needs the right to make network devices (root), and says so when it is missing. */
export async function layBadLink({ bitsASecond, delay, loss }: Badness, seed: number): Promise<BadLink> {
  const script = join(import.meta.dirname, 'lossy_link.py')
  const bad = ['--rate', bitsASecond, '--delay', delay, '--loss', loss, '--seed', seed].map(String)
  const link = spawn('python3', [script, near.device, far.device, ...bad], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: link.stdout })
  const nextLine = async () => String((await once(lines, 'line'))[0])
  const ready = await Promise.race([nextLine(), once(link, 'exit').then(() => 'gone')])
  if (ready !== 'ready') throw new Error('the line could not be laid: it needs root and /dev/net/tun')
  const ip = (...words: readonly string[]) => execFileSync('ip', words)
  forgetKilledRun()
  ip('netns', 'add', far.namespace)
  ip('link', 'set', far.device, 'netns', far.namespace)
  ip('addr', 'add', near.address, 'peer', far.address, 'dev', near.device)
  ip('link', 'set', near.device, 'up')
  const inside = ['ip', 'netns', 'exec', far.namespace]
  ip('-n', far.namespace, 'addr', 'add', far.address, 'peer', near.address, 'dev', far.device)
  ip('-n', far.namespace, 'link', 'set', far.device, 'up')
  ip('-n', far.namespace, 'link', 'set', 'lo', 'up')
  return {
    address: far.address,
    inside,
    cut: () => link.stdin.write('cut\n'),
    mend: () => link.stdin.write('mend\n'),
    count: async () => {
      const answer = nextLine()
      link.stdin.write('count\n')
      return countSchema.parse(JSON.parse(await answer))
    },
    close: async () => {
      link.stdin.end()
      await once(link, 'exit')
      ip('netns', 'del', far.namespace)
    },
  }
}

/** A run that was killed leaves its namespace behind; the line itself went with its process. */
function forgetKilledRun(): void {
  const known = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' })
  if (known.split(/\s/).includes(far.namespace)) execFileSync('ip', ['netns', 'del', far.namespace])
}
