import { mostAttachmentBytesOfDay } from '../../shared/attachments/attachment.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import { bytesBegunToday, findNamedLengths, noteBegun, type AttachmentKey } from './attachment-rows.ts'
import { notNamed } from './keep-attachment.ts'

/** Only for a digest that a filed action of the station names, in the length it names, within the day's measure. */
export async function mayBegin(city: City, key: AttachmentKey, bytes: number | undefined): Promise<void> {
  const lengths = await findNamedLengths(city, key)
  if (lengths.length === 0) throw notNamed()
  if (bytes === undefined || !lengths.includes(bytes)) throw otherLength
  if ((await bytesBegunToday(city, key)) + bytes > mostAttachmentBytesOfDay) throw dayIsFull
  await noteBegun(city, key, bytes)
}

const otherLength = new CityFault(400, {
  code: 'attachment-length',
  field: 'upload-length',
  message: '扫描件的大小和案件里写的不一样，市局没有接收。',
})
const dayIsFull = new CityFault(
  429,
  {
    code: 'attachment-day-full',
    message: '本所今天送来的扫描件已到1GB，剩下的还在本所的机器上，明天起接着送；案件本身不受影响。',
  },
  600,
)
