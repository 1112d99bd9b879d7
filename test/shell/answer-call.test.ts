import { describe, expect, it } from 'vitest'
import { answerCall } from '../../electron/ipc/answer-call.ts'
import { traceOf } from '../../electron/diagnostics/trace-of.ts'
import { answerSchema } from '../../shared/ipc/answer.ts'
import { channelNames } from '../../shared/ipc/channel-names.ts'
import { channels } from '../../shared/ipc/channels.ts'
import { accepted, refused } from '../../shared/base/outcome.ts'

const nobody = () => undefined

function failing(error: Error): () => Promise<never> {
  return () => Promise.reject(error)
}

function accepts(path: string): boolean {
  return channels['line.exchange'].request.safeParse({ method: 'GET', path }).success
}

describe('a call from the page', () => {
  it('reaches its handler only in shape', async () => {
    let asked = 0
    const handler = async () => {
      asked += 1
      return accepted({ last: 1 })
    }
    const entries = [{ n: 1, body: new Uint8Array([1]) }]
    expect(await answerCall('journal.append', { entries }, handler, nobody)).toEqual(accepted({ last: 1 }))
    for (const wrong of [undefined, null, {}, { entries: [] }, { entries: [{ n: 0, body: 'text' }] }]) {
      expect(await answerCall('journal.append', wrong, handler, nobody)).toMatchObject({
        refusals: [{ code: 'request-shape' }],
      })
    }
    expect(asked).toBe(1)
  })

  it('asks the city for nothing but its own paths', () => {
    expect(accepts('/v1/actions?station=150499000001&after=0')).toBe(true)
    for (const path of ['/v2/x', '/v1/../x#', 'http://x/v1/', '/v1/a b', '/v1/%2e', '//v1/', '/v1/a\n']) {
      expect(accepts(path), path).toBe(false)
    }
  })

  it('passes a refusal on in its own words', async () => {
    const no = refused({ code: 'journal-gap', message: '缺了。' })
    expect(await answerCall('journal.state', {}, async () => no, nobody)).toEqual(no)
  })

  it('turns an error of the disk into words and reports every other one without its message', async () => {
    const full = Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' })
    expect(await answerCall('journal.state', {}, failing(full), nobody)).toMatchObject({
      refusals: [{ code: 'disk-full' }],
    })
    const reported: unknown[] = []
    const answer = await answerCall('journal.state', {}, failing(new Error('张三')), (_where, error) => {
      reported.push(traceOf(error))
    })
    expect(answerSchema.parse(answer)).toMatchObject({ ok: false, refusals: [{ code: 'unexpected' }] })
    expect(reported).toHaveLength(1)
    expect(JSON.stringify(reported)).not.toContain('张三')
  })

  it('never sends an answer out of shape', async () => {
    const answer = await answerCall(
      'journal.append',
      { entries: [{ n: 1, body: new Uint8Array() }] },
      async () => accepted({ last: 'one' }),
      nobody,
    )
    expect(answer).toMatchObject({ ok: false })
  })

  it('has a request and a response for every name', () => {
    expect(Object.keys(channels).sort()).toEqual([...channelNames].sort())
  })
})
