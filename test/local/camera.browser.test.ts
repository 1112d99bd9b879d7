import { describe, expect, it } from 'vitest'
import { whyNoPicture } from '../../renderer/camera/why-no-picture.ts'
import { nextPhotoName } from '../../renderer/attachments/photo.ts'
import { StationRefused } from '../../renderer/station.ts'

describe('a camera that gives no picture', () => {
  it.each([
    ['there is none', new DOMException('', 'NotFoundError'), 'none'],
    ['the one that was asked for is gone', new OverconstrainedError('deviceId'), 'none'],
    ['another program has it', new DOMException('', 'NotReadableError'), 'busy'],
    ['it did not start', new DOMException('', 'AbortError'), 'busy'],
    ['the system does not give it', new DOMException('', 'NotAllowedError'), 'denied'],
    ['the machine does not', new StationRefused('nobody', '请先登录。'), 'denied'],
  ])('is told as such when %s', (_why, fault, told) => {
    expect(whyNoPicture(fault)).toBe(told)
  })
})

describe('the name of a photo', () => {
  it('has the number above the highest one there, whatever else is there and was removed', () => {
    expect(nextPhotoName([])).toBe('拍照-1.jpg')
    expect(nextPhotoName(['遗失声明.png', '拍照-2.jpg', '拍照-11.jpg', '拍照-99.jpg的副本.jpg'])).toBe(
      '拍照-12.jpg',
    )
  })
})
