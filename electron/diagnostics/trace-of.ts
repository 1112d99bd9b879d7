interface Trace {
  readonly name: string
  readonly code?: string
  readonly frames: readonly string[]
}

const mostFrames = 12

/**
 * What may be kept of an error: its kind, its system code and where it happened. Its message is left out, because a
 * message can quote the data that caused it, and people's data do not belong in a log.
 */
export function traceOf(error: unknown): Trace {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim())
  return { name: error.name, frames, ...('code' in error && { code: String(error.code) }) }
}
