import { expect, it } from 'vitest'

it('runs in a real Chromium that has IndexedDB, module workers and compression streams', () => {
  expect(navigator.userAgent).toMatch(/Chrome\/\d+/)
  expect(typeof indexedDB.open).toBe('function')
  expect(typeof Worker).toBe('function')
  expect(new CompressionStream('gzip').readable).toBeInstanceOf(ReadableStream)
})
