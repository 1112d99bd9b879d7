import { describe, expect, it } from 'vitest'
import { judgeAnswer } from '../../renderer/sync/judge-answer.ts'
import type { LineAnswer } from '../../renderer/sync/line-port.ts'
import { actionsFiledSchema } from '../../shared/sync/messages.ts'

/** What each kind of status does to the work that was sent; every other one keeps it and tries again. */
const byStatus: Readonly<Record<number, string>> = {
  400: 'refused',
  401: 'stop',
  403: 'stop',
  413: 'smaller',
  422: 'refused',
  426: 'stop',
}

const faults = Array.from({ length: 200 }, (_, n) => 400 + n)
const odd = [100, 101, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308]

function answer(status: number, body: string, contentType = 'application/json'): LineAnswer {
  return { kind: 'answer', status, contentType, body }
}

function meaningOf(given: LineAnswer) {
  return judgeAnswer(given, actionsFiledSchema)
}

const cityWords = JSON.stringify({ code: 'some-code', message: '市局的话。' })
const someAnswer = JSON.stringify({ protocol: 1, verdicts: [] })

describe('an answer of the city with its own words', () => {
  it.each(faults)(
    'with status %i keeps, tries again, parts, stops or sets aside as the table says',
    (status) => {
      const meaning = meaningOf(answer(status, cityWords))
      expect(meaning.kind).toBe(byStatus[status] ?? 'retry')
      expect(meaning).toMatchObject({ reason: '市局的话。' })
    },
  )
})

describe('an answer of another version of the city', () => {
  it.each([400, 422])(
    'with status %i says nothing about the message: it is kept, and goes again later',
    (status) => {
      const fault = { code: 'protocol-version', message: '本机程序与市局的版本不一致。', field: 'protocol' }
      expect(meaningOf(answer(status, JSON.stringify(fault)))).toEqual({
        kind: 'retry',
        reason: fault.message,
      })
    },
  )

  it('that could not read the message is told from one that read it and found it wrong', () => {
    const codes = ['unreadable', 'bad-request'].map((code) =>
      meaningOf(answer(400, JSON.stringify({ code, message: '市局的话。' }))),
    )
    expect(codes).toMatchObject([
      { kind: 'refused', code: 'unreadable' },
      { kind: 'refused', code: 'bad-request' },
    ])
  })
})

describe('an answer of somebody else between desk and city', () => {
  it.each(faults)('with status %i and a page of its own sets nothing aside', (status) => {
    const { kind } = meaningOf(answer(status, '<html>502</html>', 'text/html'))
    expect(['retry', 'stop', 'smaller']).toContain(kind)
  })

  it.each(odd)('with status %i is no answer, even when it reads like the city’s', (status) => {
    expect(meaningOf(answer(status, someAnswer)).kind).toBe('retry')
  })

  it.each([
    ['a log-in page', '<html><title>上网登录</title></html>'],
    ['nothing', ''],
    ['half of the city’s message', someAnswer.slice(0, 20)],
    ['other JSON', '{"ok":true}'],
    ['the city’s message of another version', JSON.stringify({ protocol: 99, verdicts: [] })],
  ])('with status 200 and %s is no line', (_, body) => {
    expect(meaningOf(answer(200, body))).toMatchObject({
      kind: 'retry',
      reason: expect.stringMatching(/登录页/),
    })
  })
})

describe('no answer at all', () => {
  it.each([
    ['refused', '市局服务器没有应答'],
    ['timeout', '等了很久没有应答'],
    ['dns', '找不到市局服务器'],
    ['tls', '市局服务器的证书不对'],
    ['cut', '传到一半断了'],
    ['anything else', '线路不通'],
  ])('for the reason “%s” keeps everything and says “%s”', (reason, words) => {
    expect(meaningOf({ kind: 'no-line', reason })).toEqual({ kind: 'retry', reason: words })
  })
})
