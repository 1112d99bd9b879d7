import { execFile } from 'node:child_process'

/** How a system command ended: its words, or that it is not installed, or that it hung and was ended. */
export type CommandEnd =
  | { readonly end: 'done'; readonly output: string; readonly bytes: Uint8Array }
  | { readonly end: 'failed'; readonly complaint: string }
  | { readonly end: 'missing' }
  | { readonly end: 'hung' }

/**
 * Runs a command without a shell, in plain English output, and ends it after `within` milliseconds. `input` is what it
 * reads from its standard input; `secrets` are put into its environment, which other accounts cannot see.
 */
export function runCommand(
  command: string,
  options: readonly string[],
  within: number,
  input: Uint8Array = new Uint8Array(),
  secrets: Readonly<Record<string, string>> = {},
): Promise<CommandEnd> {
  const env = { ...process.env, LC_ALL: 'C', ...secrets }
  const settings = { timeout: within, killSignal: 'SIGKILL', env, encoding: 'buffer' } as const
  return new Promise((resolve) => {
    const child = execFile(command, options, settings, (error, output, complaint) => {
      if (!error) resolve({ end: 'done', output: output.toString('utf8'), bytes: new Uint8Array(output) })
      else if (error.code === 'ENOENT') resolve({ end: 'missing' })
      else if (error.killed) resolve({ end: 'hung' })
      else resolve({ end: 'failed', complaint: complaint.toString('utf8') })
    })
    // A command that ends without reading closes the pipe; how it ended is told above.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
