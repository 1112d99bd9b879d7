import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'
import { leavingNoTrace, type CityEnd, type Fetch } from './line.ts'

/** A chunk of 256 KiB takes 40 seconds at 64 kbit/s, and a bad line repeats a lot of it. */
const answerWithin = 180_000

/** Sends the requests of the upload library over our own line, with our token, to our city and nowhere else. */
export function uploadRequests(fetch: Fetch, city: CityEnd): HttpStack {
  return {
    getName: () => 'city-line',
    createRequest: (method, url) => new UploadRequest(fetch, city, method, url),
  }
}

class UploadRequest implements HttpRequest {
  readonly #headers: Record<string, string> = {}
  readonly #giveUp = new AbortController()

  constructor(
    private readonly fetch: Fetch,
    private readonly city: CityEnd,
    private readonly method: string,
    private readonly url: string,
  ) {}

  getMethod = (): string => this.method
  getURL = (): string => this.url
  getHeader = (name: string): string | undefined => this.#headers[name.toLowerCase()]
  getUnderlyingObject = (): undefined => undefined
  setHeader = (name: string, value: string): void => {
    this.#headers[name.toLowerCase()] = value
  }
  /** What left this machine says nothing; progress is told by what the city has. */
  setProgressHandler = (): void => undefined

  send = async (body: Uint8Array | null | undefined): Promise<HttpResponse> => {
    // The address in an answer of the city's must not lead the token elsewhere.
    if (!this.url.startsWith(`${this.city.address}/v1/`)) throw new Error('not an address of the city')
    const response = await this.fetch(this.url, {
      method: this.method,
      headers: { ...this.#headers, authorization: `Bearer ${this.city.token}` },
      ...leavingNoTrace,
      signal: AbortSignal.any([this.#giveUp.signal, AbortSignal.timeout(answerWithin)]),
      ...(body ? { body: new Uint8Array(body) } : {}),
    })
    const text = (await response.text()).slice(0, 10_000)
    return {
      getStatus: () => response.status,
      getHeader: (name) => response.headers.get(name) ?? undefined,
      getBody: () => text,
      getUnderlyingObject: () => undefined,
    }
  }

  abort = async (): Promise<void> => this.#giveUp.abort()
}
