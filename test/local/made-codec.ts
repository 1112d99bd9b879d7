import { sealedCodec } from '../../renderer/local/codec.ts'

/** The codec that a desk has after signing in, with made-up keys: nothing in these tests rests in clear either. */
export const madeCodec = await sealedCodec({
  suite: 'aes-256-gcm',
  records: new Uint8Array(32).fill(7),
  index: new Uint8Array(32).fill(9),
})
