/** The answer was larger than the desk is willing to hold. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge'
}

/** The body, read chunk by chunk; rejects with AnswerTooLarge past `mostBytes`. `come` is told how many bytes are here. */
export async function readBody(
  response: Response,
  mostBytes: number,
  come: (bytes: number) => void = () => undefined,
): Promise<Buffer> {
  if (!response.body) return Buffer.alloc(0)
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new AnswerTooLarge(`more than ${mostBytes} bytes`)
    parts.push(chunk)
    come(bytes)
  }
  return Buffer.concat(parts)
}
