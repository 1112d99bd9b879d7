import { request, type RequestOptions } from 'node:https'
import { faultSchema } from '../../shared/sync/messages.ts'

/** The certificate that a machine shows, with its key. */
export interface Shown {
  readonly cert?: string
  readonly key?: string
}

export interface Said {
  readonly status: number
  /** The city's reason, or the TLS fault when there is no answer at all. */
  readonly code: string
}

/** Asks the city over a connection of its own, past the program. */
export function askShowing(address: string, options: RequestOptions, body?: string): Promise<Said> {
  return beginShowing(address, options).finish(body)
}

/** The same, with the rest of the body when the caller says so. */
export function beginShowing(address: string, options: RequestOptions, begun?: string) {
  const asked = request(address, { agent: false, ...options })
  const said = new Promise<Said>((resolve) => {
    asked.on('response', (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, code: codeIn(text) }))
    })
    asked.on('error', (error: NodeJS.ErrnoException) => resolve({ status: 0, code: error.code ?? '' }))
  })
  if (begun !== undefined) asked.write(begun)
  return {
    finish: (rest?: string) => {
      asked.end(rest)
      return said
    },
  }
}

function codeIn(text: string): string {
  try {
    const fault = faultSchema.safeParse(JSON.parse(text))
    return fault.success ? fault.data.code : ''
  } catch {
    return ''
  }
}
