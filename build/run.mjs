import { spawn, spawnSync } from 'node:child_process'

/** Runs a command to its end, its words on the console; throws when it fails. */
export function run(command, options, settings = {}) {
  const { status, error } = spawnSync(command, options, { stdio: 'inherit', ...settings })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${options.join(' ')} ended with ${status}`)
}

/** Runs a command quietly; the words of both its outputs and whether it went well. */
export function ask(command, options, settings = {}) {
  const { status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8', ...settings })
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}` }
}

/** Starts a command that runs beside this one and ends with it. */
export function runBeside(command, options, settings = {}) {
  const child = spawn(command, options, { stdio: 'inherit', ...settings })
  process.once('exit', () => child.kill())
  return child
}
