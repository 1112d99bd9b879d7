/** What came of one exchange with the city, before anybody judges it. */
export type LineAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly contentType: string
      /** Text, or the bytes of a packed message. */
      readonly body: MessageBody
      /** For how many seconds the city asked to be left alone. */
      readonly retryAfter?: number
    }
  | { readonly kind: 'no-line'; readonly reason: string }

/** JSON as text, or a packed message. */
export type MessageBody = string | Uint8Array<ArrayBuffer>

/** The line to the city. Only the machine's shell speaks to the network; this is its door. */
export interface LinePort {
  readonly exchange: (method: 'GET' | 'POST', path: string, body?: MessageBody) => Promise<LineAnswer>
}
