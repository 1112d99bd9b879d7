/** The embedded city server, for the sample station. */
import { mkdirSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { runBeside } from './run.mjs'
import { root } from './setup.mjs'

const usualPort = 4750
const readyWithin = 120_000

/** Starts the server on its data folder and waits until it answers; its address and its process. */
export async function startSampleCity({ data, cityPackage, port: wanted }) {
  mkdirSync(data, { recursive: true })
  const port = wanted ?? ((await isFree(usualPort)) ? usualPort : await anyFreePort())
  const log = join(data, 'server.log')
  const options = ['--port', String(port), '--data', data, '--package', cityPackage, '--sample']
  const child = runBeside(process.execPath, [join(root, 'dist/server/main.js'), ...options], {
    stdio: ['ignore', 'ignore', openSync(log, 'a')],
  })
  const address = `http://127.0.0.1:${port}`
  await waitUntilReady(address, child, log)
  return { address, child }
}

async function waitUntilReady(address, child, log) {
  const giveUpAt = Date.now() + readyWithin
  while (Date.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`the city server ended with ${child.exitCode}, see ${log}`)
    if (await answers(address)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the city server did not become ready, see ${log}`)
}

function answers(address) {
  return fetch(`${address}/v1/health`).then(
    (response) => response.ok,
    () => false,
  )
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
