/** What came of one exchange with the city, before anybody judges it. */
export type LineAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly contentType: string
      readonly body: string
      /** For how many seconds the city asked to be left alone. */
      readonly retryAfter?: number
    }
  | { readonly kind: 'no-line'; readonly reason: string }

/** The line to the city. Only the machine's shell speaks to the network; this is its door. */
export interface LinePort {
  readonly exchange: (method: 'GET' | 'POST', path: string, body?: string) => Promise<LineAnswer>
}
