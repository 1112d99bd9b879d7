import { describe, expect, it } from 'vitest'
import { healthSchema } from '../../shared/sync/messages.ts'
import { judgeAnswer } from '../../renderer/sync/judge-answer.ts'
import { longestWait, waitBefore } from '../../renderer/sync/backoff.ts'

const statuses = Array.from({ length: 200 }, (_, index) => 400 + index)
const answer = (status: number, body: string, contentType = 'application/json') => ({
  kind: 'answer' as const,
  status,
  contentType,
  body,
})
const fault = JSON.stringify({ code: 'x', message: '说明' })

function expected(status: number): string {
  if (status === 413) return 'smaller'
  if ([401, 403, 426].includes(status)) return 'stop'
  return status === 400 || status === 422 ? 'refused' : 'retry'
}

describe('an answer of the city', () => {
  it.each(statuses)(
    'status %i with the city’s own words keeps, splits, stops or quarantines, and never drops',
    (status) => {
      expect(judgeAnswer(answer(status, fault), healthSchema).kind).toBe(expected(status))
    },
  )

  it.each([400, 422])(
    'status %i without the city’s own words is somebody else’s and is tried again',
    (status) => {
      expect(judgeAnswer(answer(status, '<html>proxy</html>', 'text/html'), healthSchema).kind).toBe('retry')
    },
  )

  it('a captive portal that answers 200 is not the city', () => {
    expect(judgeAnswer(answer(200, '<html>请登录</html>', 'text/html'), healthSchema).kind).toBe('retry')
  })

  it('a body cut in the middle is tried again', () => {
    expect(judgeAnswer(answer(200, '{"status":"ready","proto'), healthSchema).kind).toBe('retry')
  })

  it.each(['refused', 'timeout', 'dns', 'tls', 'cut', 'other'])('no line (%s) keeps everything', (reason) => {
    expect(judgeAnswer({ kind: 'no-line', reason }, healthSchema).kind).toBe('retry')
  })
})

describe('the wait between two tries', () => {
  it('is capped, however often it failed', () => {
    for (const attempt of [1, 5, 12, 22, 40, 1000]) {
      expect(waitBefore(attempt, 0.999)).toBeLessThanOrEqual(longestWait + 500)
      expect(waitBefore(attempt, 0)).toBeGreaterThan(0)
    }
  })
})
