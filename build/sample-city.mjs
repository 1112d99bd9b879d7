/** The embedded city server, for the sample station. */
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { get } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { runBeside } from './run.mjs'
import { samplePackages } from './sample-packages.mjs'
import { root } from './setup.mjs'

/** The same at every start, for whoever asks the city by hand, unless something else is there. */
const usualPort = 4750
const readyWithin = 120_000
const endsWithin = 10_000

/**
 * Starts the server on its data folder and waits until it answers; its address, its process, and `close`, which waits until it has ended: its folder is then nobody's. With TLS and the sample
 * city's own authority, unless it is told to be plain. `atOnce`: messages up to which it judges at once.
 */
export async function startSampleCity({
  data,
  cityPackage,
  port: wanted,
  plain = false,
  databaseUrl = '',
  atOnce,
}) {
  mkdirSync(data, { recursive: true })
  const port = wanted ?? (await anyFreePort())
  const log = join(data, 'server.log')
  const { identity } = samplePackages()
  const options = ['--port', String(port), '--data', data, '--package', cityPackage, '--sample']
  options.push('--identity', identity, ...(plain ? ['--plain'] : []))
  if (atOnce !== undefined) options.push('--at-once', String(atOnce))
  const child = runBeside(process.execPath, [join(root, 'dist/server/main.js'), ...options], {
    stdio: ['ignore', 'ignore', openSync(log, 'a')],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const address = `${plain ? 'http' : 'https'}://127.0.0.1:${port}`
  const authority = JSON.parse(readFileSync(join(identity, 'authority.json'), 'utf8')).certificate
  await waitUntilReady(plain ? overPlain(address) : overTls(address, authority), child, log)
  const close = async () => {
    child.kill('SIGTERM')
    // A desk that still runs may hold a connection open.
    const giveUp = setTimeout(() => child.kill('SIGKILL'), endsWithin)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    clearTimeout(giveUp)
  }
  return { address, child, close }
}

async function waitUntilReady(answers, child, log) {
  const giveUpAt = Date.now() + readyWithin
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`the city server ended with ${child.exitCode}, see ${log}`)
    if (await answers()) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the city server did not become ready, see ${log}`)
}

function overPlain(address) {
  return () =>
    fetch(`${address}/v1/health`).then(
      (response) => response.ok,
      () => false,
    )
}

function overTls(address, ca) {
  return () =>
    new Promise((resolve) => {
      const asked = get(`${address}/v1/health`, { ca, agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      })
      asked.once('error', () => resolve(false))
    })
}

/** For a city that stands alone: two that begin at once would both find it free, and one would answer for the other. */
export async function usualOrFreePort() {
  return (await isFree(usualPort)) ? usualPort : anyFreePort()
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function anyFreePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
