import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type { ChannelName } from '../../shared/ipc/channel-names.ts'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { practiceCost } from '../../shared/seal/passphrase-key.ts'
import { sealPackage } from '../../shared/sync/package-file.ts'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import { expect, test } from './desk-test.ts'
import { launchDesk, programOf, type LaunchedDesk } from './desk.ts'
import { inMainProcess } from './main-process.ts'

const station = '150499000001'
let folder: string
let packagePath: string
let desk: LaunchedDesk

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-shell-'))
  packagePath = join(folder, 'station.package')
  await writeFile(packagePath, await tinyPackage())
  desk = await launchDesk({ dataFolder: join(folder, 'desk'), package: packagePath })
  await signIn(desk.page)
})

test.afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

test.describe('the bridge', () => {
  test('offers two frozen functions and nothing of Node or Electron', async () => {
    const seen = await desk.page.evaluate(() => ({
      names: Object.keys(window.station ?? {}).sort(),
      frozen: Object.isFrozen(window.station),
      strangers: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    }))
    expect(seen).toEqual({ names: ['call', 'on'], frozen: true, strangers: [] })
  })

  test('tells what this desk is', async () => {
    const profile = await value(desk.page, 'station.profile', {})
    expect(profile).toMatchObject({ sample: true, dataFolder: join(folder, 'desk') })
    expect(profile['device']).toMatch(/^D[0-9A-F]{4}$/)
  })

  test('refuses a request out of shape in words, and an unknown channel outright', async () => {
    const refusal = await call(desk.page, 'journal.read', { after: -1, limit: 10 })
    expect(refusal).toMatchObject({ ok: false, refusals: [{ code: 'request-shape' }] })
    const unknown = call(desk.page, 'shell.run' as ChannelName, {})
    await expect(unknown).rejects.toThrow(/unknown channel/)
  })

  test('gives the page the starting package without its secrets', async () => {
    const text = await desk.page.evaluate(async () => {
      const answer = (await window.station?.call('package.read', {})) as { value: { bytes: Uint8Array } }
      const stream = new Blob([new Uint8Array(answer.value.bytes)]).stream()
      return new Response(stream.pipeThrough(new DecompressionStream('gzip'))).text()
    })
    expect(JSON.parse(text)).toMatchObject({ station: { code: station }, stationToken: '' })
    expect(text).not.toContain('made-up-token')
  })
})

test.describe('the page is locked in', () => {
  test('text is never run as code', async () => {
    // As text and behind a timer: neither the compiler nor the test driver stands between eval and the policy.
    const attack = 'try { done(eval("1 + 1")) } catch (error) { done(error.name) }'
    const outcome = await desk.page.evaluate(`new Promise((done) => setTimeout(() => { ${attack} }))`)
    expect(outcome).toBe('EvalError')
  })

  test('an inline script does not run, a style element works only with the nonce', async () => {
    const seen = await desk.page.evaluate(async () => {
      const nonce = document.querySelector('meta[name=style-nonce]')?.getAttribute('content') ?? ''
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.inline = "ran"'
      document.head.append(script)
      const shown = [
        { styleNonce: '', colour: 'rgb(1, 2, 3)' },
        { styleNonce: nonce, colour: 'rgb(4, 5, 6)' },
      ].map(({ styleNonce, colour }) => {
        const style = document.createElement('style')
        style.nonce = styleNonce
        style.textContent = `html { outline-color: ${colour} !important }`
        document.head.append(style)
        const seenColour = getComputedStyle(document.documentElement).outlineColor
        style.remove()
        return seenColour
      })
      return {
        inline: document.documentElement.dataset['inline'] ?? 'did not run',
        shown,
        nonce: nonce.length,
      }
    })
    expect(seen.inline).toBe('did not run')
    expect(seen.shown[0]).not.toBe('rgb(1, 2, 3)')
    expect(seen.shown[1]).toBe('rgb(4, 5, 6)')
    expect(seen.nonce).toBeGreaterThan(20)
  })

  test('no second window opens and the window goes nowhere else', async () => {
    const opened = await desk.page.evaluate(() => window.open('https://example.invalid/') === null)
    expect(opened).toBe(true)
    for (const address of ['https://example.invalid/', 'app://other/index.html', 'file:///etc/hostname']) {
      await desk.page.evaluate((target) => {
        location.href = target
      }, address)
      await desk.page.waitForTimeout(300)
      expect(desk.page.url()).toMatch(/^app:\/\/desk\//)
    }
    expect(desk.app.windows()).toHaveLength(1)
  })

  test('only the program’s own files are served', async () => {
    const tricks = [
      'app://desk/../electron/main.js',
      'app://desk/%2e%2e/electron/main.js',
      'app://desk/..%2felectron%2fmain.js',
      'app://desk/..%5celectron%5cmain.js',
      'app://desk/%252e%252e/electron/main.js',
      'app://desk/assets/..%2f..%2f..%2fpackage.json',
      'app://desk//etc/hostname',
      'app://desk/.hidden',
      'app://other/index.html',
      'https://example.invalid/',
      'http://127.0.0.1:9/',
    ]
    for (const trick of tricks) expect(await fetchStatus(desk.page, trick), trick).not.toBe(200)
    expect(await fetchStatus(desk.page, 'app://desk/index.html')).toBe(200)
  })

  test('permissions are denied', async () => {
    const state = await desk.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: unknown) => (error instanceof Error ? error.name : 'other'),
      ),
    )
    expect(state).not.toBe('granted')
  })
})

test.describe('sign-in', () => {
  test('knows the users of the package and none of their secrets', async () => {
    const { users } = await value(desk.page, 'signin.users', {})
    expect(users).toEqual([expect.objectContaining({ id: 'u1', role: 'officer' })])
    expect(Object.keys((users as object[])[0] ?? {}).sort()).toEqual([
      'id',
      'name',
      'policeNumber',
      'role',
      'station',
    ])
  })

  test('opens with the right passphrase and says why not with a wrong one', async () => {
    const wrong = await value(desk.page, 'signin.verify', { userId: 'u1', passphrase: 'wrong' })
    expect(wrong).toMatchObject({ outcome: 'refused', waitSeconds: 0 })
    const right = await value(desk.page, 'signin.verify', { userId: 'u1', passphrase: samplePassphrase })
    expect(right).toMatchObject({ outcome: 'welcome', user: { id: 'u1' } })
  })

  test('leaves every try and every sign-in on the trail, whose chain holds', () => {
    const lines = readFileSync(join(folder, 'desk', 'trail', 'trail.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(verifyTrail(lines)).toMatchObject({ whole: true })
    const written = lines.map((line) => (JSON.parse(line) as { event: { what: string } }).event.what)
    expect(written[0]).toBe('started')
    expect(written).toEqual(expect.arrayContaining(['sign-in-refused', 'signed-in']))
    expect(lines.join('')).not.toContain(samplePassphrase)
  })
})

test.describe('printing and files', () => {
  test('the practice printer writes the sheet, and fails in words without paper', async () => {
    const printed = join(folder, 'desk/printed')
    expect(await printHello(desk.page)).toEqual({ outcome: 'spooled', job: '户口迁移证.pdf' })
    expect(await readFile(join(printed, '户口迁移证.pdf'), 'utf8')).toBe('%PDF-made-up')
    await writeFile(join(printed, 'OUT-OF-PAPER'), '')
    expect(await printHello(desk.page)).toEqual({
      outcome: 'failed',
      reason: expect.stringContaining('缺纸'),
    })
    await rm(join(printed, 'OUT-OF-PAPER'))
    expect(await printHello(desk.page)).toEqual({ outcome: 'spooled', job: '户口迁移证 (2).pdf' })
  })

  test('a file is saved into the exports folder under a safe name', async () => {
    const saved = await desk.page.evaluate(async () => {
      const request = {
        suggestedName: '../../回执.pdf',
        bytes: new Uint8Array([37]),
        dialog: false,
        kind: 'paper',
        about: { kind: 'calibration' },
      }
      return (await window.station?.call('files.save', request)) as { value: { name: string } }
    })
    expect(await readdir(join(folder, 'desk/exports'))).toEqual([saved.value.name])
    expect(saved.value.name).not.toContain('/')
  })
})

test('what the journal acknowledged survives SIGKILL, and the next desk goes on behind it', async () => {
  const dataFolder = join(folder, 'killed')
  const first = await launchDesk({ dataFolder, package: packagePath })
  await signIn(first.page)
  expect(await append(first.page, [1, 2, 3])).toEqual({ last: 3 })
  await first.kill9()
  const second = await launchDesk({ dataFolder, package: packagePath })
  await signIn(second.page)
  expect(await value(second.page, 'journal.state', {})).toMatchObject({ last: 3, tornTail: false })
  expect(await append(second.page, [2, 3, 4])).toEqual({ last: 4 })
  await second.close()
})

test('a second start hands over to the first desk and ends', async () => {
  const { executablePath, args, env } = await programOf({
    dataFolder: join(folder, 'desk'),
    package: packagePath,
  })
  const second = spawn(executablePath, args, { stdio: 'ignore', env })
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(code).toBe(0)
  expect(desk.app.windows()).toHaveLength(1)
})

test('a crashed page is loaded again', async () => {
  const crashed = await launchDesk({ dataFolder: join(folder, 'crashed'), package: packagePath })
  const pageProcess = () =>
    inMainProcess(
      crashed.app,
      ({ BrowserWindow }) => {
        const page = BrowserWindow.getAllWindows()[0]?.webContents
        return !page || page.isCrashed() || page.isLoading() ? 0 : page.getOSProcessId()
      },
      undefined,
    )
  const before = await pageProcess()
  await inMainProcess(
    crashed.app,
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    undefined,
  )
  await expect.poll(pageProcess).toBe(0)
  await expect.poll(pageProcess).toBeGreaterThan(0)
  expect(await pageProcess()).not.toBe(before)
  await crashed.close()
})

test.describe('the line', () => {
  test('without a server it says that the line is refused', async () => {
    const alone = await launchDesk({
      dataFolder: join(folder, 'alone'),
      package: packagePath,
      city: 'http://127.0.0.1:9',
    })
    await signIn(alone.page)
    const result = await value(alone.page, 'line.exchange', { method: 'GET', path: '/v1/health' })
    expect(result).toMatchObject({ kind: 'no-line' })
    await alone.close()
  })

  test('the main process adds the token, packs long bodies, and follows no redirect', async () => {
    const city = await startListeningCity()
    const online = await launchDesk({
      dataFolder: join(folder, 'online'),
      package: packagePath,
      city: city.address,
    })
    await signIn(online.page)
    const body = JSON.stringify({ words: '户口'.repeat(2000) })
    const answer = await value(online.page, 'line.exchange', { method: 'POST', path: '/v1/actions', body })
    expect(answer).toMatchObject({ kind: 'answer', status: 201, body: '{"received":true}' })
    expect(city.heard).toEqual([{ token: 'Bearer made-up-token', encoding: 'gzip', body }])
    const moved = await value(online.page, 'line.exchange', { method: 'GET', path: '/v1/moved' })
    expect(moved).toMatchObject({ kind: 'no-line' })
    const elsewhere = await call(online.page, 'line.exchange', { method: 'GET', path: '/v1/../admin#x' })
    expect(elsewhere).toMatchObject({ ok: false })
    await online.close()
    city.stop()
  })
})

interface Answered {
  readonly ok: boolean
  readonly value: Record<string, unknown>
}

function call(page: Page, channel: ChannelName, request: object): Promise<unknown> {
  return page.evaluate(([name, asked]) => window.station?.call(name, asked), [channel, request] as const)
}

async function value(page: Page, channel: ChannelName, request: object): Promise<Record<string, unknown>> {
  const answer = (await call(page, channel, request)) as Answered
  expect(answer).toMatchObject({ ok: true })
  return answer.value
}

async function append(page: Page, numbers: number[]): Promise<unknown> {
  const answer = await page.evaluate((given) => {
    const entries = given.map((n) => ({ n, body: new Uint8Array([n, n, n]) }))
    return window.station?.call('journal.append', { entries })
  }, numbers)
  return (answer as Answered).value
}

async function printHello(page: Page): Promise<unknown> {
  const answer = await page.evaluate(() =>
    window.station?.call('printing.print', {
      pdf: new TextEncoder().encode('%PDF-made-up'),
      printer: 'practice-file-printer',
      copies: 1,
      widthMillimetres: 260,
      heightMillimetres: 180,
      title: '户口迁移证',
      dialog: false,
      about: { kind: 'calibration' },
    }),
  )
  return (answer as Answered).value
}

function fetchStatus(page: Page, address: string): Promise<number> {
  return page.evaluate(
    (target) =>
      fetch(target).then(
        (response) => response.status,
        () => 0,
      ),
    address,
  )
}

/** Sits the one made-up officer down, by the machine's own door. */
async function signIn(page: Page): Promise<void> {
  const request = { userId: 'u1', passphrase: samplePassphrase }
  expect(await value(page, 'signin.verify', request)).toMatchObject({ outcome: 'welcome' })
}

async function tinyPackage(): Promise<Uint8Array> {
  const user = { id: 'u1', name: '练习民警', role: 'officer', policeNumber: '000001', station }
  const content = {
    sample: true,
    station: { code: station, name: '练习派出所', shortName: '练习所' },
    users: [user],
    stationToken: 'made-up-token',
  }
  const chance = { salt: new Uint8Array(16).fill(7), nonce: new Uint8Array(12).fill(8) }
  return sealPackage(gzipSync(JSON.stringify(content)), samplePassphrase, practiceCost, chance)
}

interface Heard {
  readonly token: string | undefined
  readonly encoding: string | undefined
  readonly body: string
}

async function startListeningCity(): Promise<{ address: string; heard: Heard[]; stop: () => void }> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    if (request.url === '/v1/moved') {
      response.writeHead(302, { location: '/v1/health' }).end()
      return
    }
    void bodyOf(request).then((body) => {
      const { authorization: token, 'content-encoding': encoding } = request.headers
      heard.push({ token, encoding, body: (encoding === 'gzip' ? gunzipSync(body) : body).toString('utf8') })
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"received":true}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, heard, stop: () => server.close() }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
