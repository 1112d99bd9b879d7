import { execFile } from 'node:child_process'

/** How a system command ended: its words, or that it is not installed, or that it hung and was ended. */
export type CommandEnd =
  | { readonly end: 'done'; readonly output: string }
  | { readonly end: 'failed'; readonly complaint: string }
  | { readonly end: 'missing' }
  | { readonly end: 'hung' }

/**
 * Runs a command without a shell, in plain English output, and ends it after `within` milliseconds. `input` is what it
 * reads from its standard input.
 */
export function runCommand(
  command: string,
  options: readonly string[],
  within: number,
  input: Uint8Array = new Uint8Array(),
): Promise<CommandEnd> {
  const settings = { timeout: within, killSignal: 'SIGKILL', env: { ...process.env, LC_ALL: 'C' } } as const
  return new Promise((resolve) => {
    const child = execFile(command, options, settings, (error, output, complaint) => {
      if (!error) resolve({ end: 'done', output })
      else if (error.code === 'ENOENT') resolve({ end: 'missing' })
      else if (error.killed) resolve({ end: 'hung' })
      else resolve({ end: 'failed', complaint })
    })
    // A command that ends without reading closes the pipe; how it ended is told above.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
