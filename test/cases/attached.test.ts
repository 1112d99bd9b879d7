import { describe, expect, it } from 'vitest'
import {
  mostAttachmentBytes,
  mostAttachmentsAtOnce,
  mostAttachmentsOfCase,
  type Attachment,
} from '../../shared/attachments/attachment.ts'
import { must } from '../../shared/base/must.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { CaseWalk } from '../builders/case-walk.ts'
import { startOf } from '../builders/whole-walk.ts'

const cancellation = must(findCaseType('cancellation'), 'the cancellation')
const example = must(cancellation.examples[0], 'an example')

function accepted(): CaseWalk {
  const { facts, records } = startOf(cancellation, example)
  const walk = new CaseWalk(cancellation, example.day, ...records)
  expect(walk.open(facts)).toEqual([])
  return walk
}

const scan = (n: number, over: Partial<Attachment> = {}): Attachment => ({
  digest: n.toString(16).padStart(64, '0'),
  mediaType: 'image/jpeg',
  bytes: 1000,
  name: `第${n}页.jpg`,
  material: 'death-proof',
  ...over,
})
const scans = (count: number, over: Partial<Attachment> = {}, first = 0) =>
  Array.from({ length: count }, (_, n) => scan(first + n, over))
const digestsOf = ({ caseFile }: CaseWalk) =>
  caseFile?.attachments?.map(({ digest }) => Number(`0x${digest}`))

describe('scans of a case', () => {
  it('are kept in the order in which they came, and move the case nowhere', () => {
    const walk = accepted()
    const { status } = must(walk.caseFile, 'a case')
    expect(walk.take('attach', { attachments: [scan(2), scan(1)] })).toEqual([])
    expect(walk.take('attach', { attachments: [scan(3)] })).toEqual([])
    expect(digestsOf(walk)).toEqual([2, 1, 3])
    expect(walk.caseFile?.status).toBe(status)
  })

  it('are kept once for a material, and again for another one', () => {
    const walk = accepted()
    expect(
      walk.take('attach', { attachments: [scan(1), scan(1), scan(1, { material: 'booklet' })] }),
    ).toEqual([])
    expect(walk.take('attach', { attachments: [scan(1)] })).toEqual([])
    expect(digestsOf(walk)).toEqual([1, 1])
  })

  it('come off by file and material, and the others stay', () => {
    const walk = accepted()
    walk.take('attach', { attachments: [scan(1), scan(2), scan(1, { material: 'booklet' })] })
    const { digest } = scan(1)
    expect(walk.take('detach', { digest, material: 'death-proof' })).toEqual([])
    expect(walk.caseFile?.attachments?.map(({ material }) => material)).toEqual(['death-proof', 'booklet'])
    expect(walk.take('detach', { digest: scan(9).digest })).toEqual([])
    expect(digestsOf(walk)).toEqual([2, 1])
  })

  it('are taken off a case that has none without a fault', () => {
    const walk = accepted()
    expect(walk.take('detach', { digest: scan(1).digest })).toEqual([])
    expect(walk.caseFile?.attachments).toEqual([])
  })

  it(`are ${mostAttachmentsOfCase} at most`, () => {
    const walk = accepted()
    for (let first = 0; first < mostAttachmentsOfCase; first += mostAttachmentsAtOnce)
      expect(walk.take('attach', { attachments: scans(mostAttachmentsAtOnce, {}, first) })).toEqual([])
    expect(walk.caseFile?.attachments).toHaveLength(mostAttachmentsOfCase)
    expect(walk.take('attach', { attachments: [scan(999)] })).toEqual(['too-many-attachments'])
    expect(walk.messages.join('')).toBe('一个案件最多100件扫描件、共200兆，没有添加。请去掉多余的再加。')
    expect(walk.caseFile?.attachments).toHaveLength(mostAttachmentsOfCase)
  })

  it('weigh 200 MB at most together: twenty of the largest fit, one byte more does not', () => {
    const walk = accepted()
    expect(walk.take('attach', { attachments: scans(20, { bytes: mostAttachmentBytes }) })).toEqual([])
    expect(walk.take('attach', { attachments: [scan(99, { bytes: 1 })] })).toEqual(['too-many-attachments'])
  })

  it.each([
    ['none', []],
    ['too many at once', scans(mostAttachmentsAtOnce + 1)],
    ['an empty file', [scan(1, { bytes: 0 })]],
    ['a file too large', [scan(1, { bytes: mostAttachmentBytes + 1 })]],
    ['a name with a path', [scan(1, { name: '../第1页.jpg' })]],
  ])('are refused: %s', (_name, attachments) => {
    expect(accepted().take('attach', { attachments })).toEqual(['bad-fact'])
  })

  it('can be added by whoever prepares cases, and by nobody else', () => {
    expect(accepted().take('attach', { attachments: [scan(1)] }, 'auxiliary')).toEqual([])
    expect(accepted().take('attach', { attachments: [scan(1)] }, 'city')).toEqual(['not-permitted'])
  })
})
