import { describe, expect, it } from 'vitest'
import type { LineAnswer } from '../../renderer/sync/line-port.ts'
import { hearRests, restAfterFailure } from '../../renderer/sync/pump.ts'

const full: LineAnswer = { kind: 'answer', status: 503, contentType: '', body: '', retryAfter: 20 }

describe('a city that is full and says when to come again', () => {
  it('is left alone for so long, and a little longer by chance', () => {
    expect(restAfterFailure(1, 20_000, 0)).toBeGreaterThanOrEqual(20_000)
    expect(restAfterFailure(1, 20_000, 0.99)).toBeGreaterThan(restAfterFailure(1, 20_000, 0))
  })

  it('is asked again soon when it did not say', () => {
    expect(restAfterFailure(9, 0, 0.99)).toBeLessThanOrEqual(5_000)
  })

  it('is heard once: the next failure starts anew', async () => {
    const { line, restAskedFor } = hearRests({ exchange: () => Promise.resolve(full) })
    await line.exchange('GET', '/v1/health')
    expect(restAskedFor()).toBe(20_000)
    expect(restAskedFor()).toBe(0)
  })
})
