import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import { must } from '../../shared/base/must.ts'
import { attachmentOf, digestOf } from '../builders/pictures.ts'
import { bothStores } from './city-under-test.ts'
import {
  acceptWith,
  answerIn,
  beginScanDays,
  messageFrom,
  scanOf,
  scanStates,
  stepsWith,
} from './scan-days.ts'

describe.each(bothStores)('what a stick says of scans, the city on %s', (_name, openCity) => {
  const days = beginScanDays(openCity)

  it('one that is bent inside is refused alone: the steps and the other scan stand, and it goes again', async () => {
    const desk = await days.offlineDesk()
    const [good, bent] = [days.somePicture(), days.somePicture()]
    const steps = stepsWith(desk, 0, [attachmentOf(bent), attachmentOf(good)])
    const other = Buffer.from(bent)
    other[200] = must(other[200], 'a byte') ^ 1
    const file = await days.changedStick(desk, {
      messages: [messageFrom(desk, steps)],
      attachments: [scanOf(other, digestOf(bent)), scanOf(good)],
    })
    const taken = await days.take(desk, file)
    expect(taken).toMatchObject({ accepted: 2, refused: 0, scansReceived: 1, scansRefused: 1 })
    expect((await answerIn(desk, taken.path)).attachments).toEqual([
      {
        digest: digestOf(bent),
        outcome: 'refused',
        code: 'attachment-digest',
        message: expect.stringMatching(/\p{Script=Han}/u),
      },
      { digest: digestOf(good), outcome: 'received' },
    ])
    expect(await days.storedOf(desk)).toEqual([digestOf(good)])
    const again = await days.changedStick(desk, { n: 2, attachments: [scanOf(bent)] })
    expect(await days.take(desk, again)).toMatchObject({ scansReceived: 1, scansRefused: 0 })
  })

  const bad: readonly {
    readonly what: string
    readonly code: string
    readonly bytes: () => Buffer
    /** What the case says of it; none where no case names it. */
    readonly named?: (bytes: Buffer) => Attachment
    readonly written?: string
  }[] = [
    {
      what: 'that no case of the station names',
      code: 'attachment-not-named',
      bytes: () => days.somePicture(),
    },
    {
      what: 'of another length than the case says',
      code: 'attachment-length',
      bytes: () => days.somePicture(),
      named: (bytes) => ({ ...attachmentOf(bytes), bytes: bytes.length + 1 }),
    },
    {
      what: 'that is a program, under its right digest',
      code: 'attachment-type',
      bytes: () => Buffer.from(`MZ${'\0'.repeat(400)}${randomUUID()}`),
      named: (bytes) => attachmentOf(bytes),
    },
    {
      what: 'that is no base64',
      code: 'attachment-length',
      bytes: () => days.somePicture(),
      named: (bytes) => attachmentOf(bytes),
      written: '！！'.repeat(40),
    },
  ]

  it.each(bad)('one $what is refused, as over the line, and nothing of it is kept', async (made) => {
    const desk = await days.offlineDesk()
    const bytes = made.bytes()
    const messages = made.named ? [messageFrom(desk, stepsWith(desk, 0, [made.named(bytes)]))] : []
    const file = await days.changedStick(desk, {
      messages,
      attachments: [{ ...scanOf(bytes), ...(made.written === undefined ? {} : { bytes: made.written }) }],
    })
    const taken = await days.take(desk, file)
    expect(taken).toMatchObject({ refused: 0, scansReceived: 0, scansRefused: 1 })
    const { attachments } = await answerIn(desk, taken.path)
    expect(attachments).toMatchObject([{ outcome: 'refused', code: made.code }])
    expect(await days.storedOf(desk)).toEqual([])
  })

  it('one of another station is not named here, whoever sends it', async () => {
    const [mine, theirs] = [await days.offlineDesk(), await days.offlineDesk()]
    const bytes = days.somePicture()
    await acceptWith(theirs, 0, [bytes])
    await theirs.handOver()
    await days.take(theirs)
    const taken = await days.take(mine, await days.changedStick(mine, { attachments: [scanOf(bytes)] }))
    expect((await answerIn(mine, taken.path)).attachments).toMatchObject([{ code: 'attachment-not-named' }])
  })

  it('a station that sent its measure of the day keeps the rest for another day', async () => {
    const desk = await days.offlineDesk()
    await acceptWith(desk, 0, [days.somePicture()])
    await days.base.city.database.query(
      `insert into attachments (station, digest, bytes, media_type, begun_at) values ($1, $2, $3, '', $4)`,
      [desk.station.code, 'f'.repeat(64), 1024 * 1024 * 1024, days.base.city.now()],
    )
    await desk.handOver()
    const { path } = await days.take(desk)
    const taken = await desk.takeIn(path)
    expect(taken).toMatchObject({ ok: true, value: { accepted: 2, scans: { received: 0, refused: 1 } } })
    expect(taken.ok && taken.value?.scans.reasons).toEqual([expect.stringContaining('1GB')])
    expect(await scanStates(desk)).toEqual(['waiting'])
  })

  it('a stick of a program of before, without scans, is taken as ever and answered without a word on them', async () => {
    const desk = await days.offlineDesk()
    const [action] = stepsWith(desk, 0, [])
    const file = await days.changedStick(desk, {
      messages: [messageFrom(desk, [action])],
    })
    const taken = await days.take(desk, file)
    expect(taken).toMatchObject({ accepted: 1, scansReceived: 0, scansRefused: 0 })
    expect(await answerIn(desk, taken.path)).not.toHaveProperty('attachments')
  })
})
