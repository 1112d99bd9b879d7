import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import { bundleAtCitySchema, type AnswerBundle, type StationBundle } from '../../shared/sync/bundle.ts'
import {
  mostBundleFileBytes,
  mostUnpackedBundleBytes,
  openBundle,
  sealBundle,
} from '../../shared/sync/bundle-file.ts'
import type { City } from '../city.ts'

/** A station's bundle in clear, who signed it, and the digest by which it is known again. */
export interface BundleAtCity {
  readonly bundle: StationBundle
  readonly publicKey: string
  /** SHA-256 of the packed content: the same content sealed anew is still the same bundle. */
  readonly digest: string
}

const unpack = promisify(gunzip)
const pack = promisify(gzip)

/** Opens what lies on the stick; the signer's right to speak is looked at by who takes it. */
export async function openAtCity({ secretKey }: City, file: Uint8Array): Promise<Outcome<BundleAtCity>> {
  if (file.length > mostBundleFileBytes) return refused(tooLarge)
  const opened = await openBundle('station', file, await secretKey())
  if (!opened.ok) return refused({ code: opened.why, message: whyNot[opened.why] })
  const { packed, publicKey } = opened
  const read = await readContent(packed)
  if (!read.ok) return read
  const digest = createHash('sha256').update(packed).digest('hex')
  return accepted({ bundle: read.value, publicKey, digest })
}

/** The answer, sealed for the machine that signed the bundle. */
export async function sealAnswer(
  { secretKey }: City,
  machine: string,
  answer: AnswerBundle,
): Promise<Uint8Array> {
  const packed = new Uint8Array(await pack(JSON.stringify(answer)))
  return sealBundle('answer', packed, { to: machine, secret: await secretKey() })
}

async function readContent(packed: Uint8Array): Promise<Outcome<StationBundle>> {
  try {
    const text = await unpack(packed, { maxOutputLength: mostUnpackedBundleBytes })
    const read = bundleAtCitySchema.safeParse(JSON.parse(text.toString('utf8')))
    return read.success ? accepted(read.data) : refused(unreadable)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return refused(code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : unreadable)
  }
}

const tooLarge = {
  code: 'too-large',
  message: '这个文件大得不像是派出所的数据包，没有打开。请不要用这个U盘。',
}
const unreadable = {
  code: 'unreadable',
  message: '数据包打开了，但是里面的内容市局的程序读不懂，没有接收。请核对两边的程序版本。',
}

const whyNot = {
  'not-a-bundle': '这个文件不是派出所的数据包，没有接收。请在U盘上选 .hukou 文件。',
  'other-way': '这是市局发给派出所的回执，不是派出所的数据包，没有接收。',
  'does-not-open': '打不开：不是发给本市局的，或者文件残缺、被改动过。没有接收，请派出所重新导出一份。',
  forged: '签名不对，没有接收。请不要用这个U盘，报市局督察。',
} as const
