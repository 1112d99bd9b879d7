import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import {
  answerBundleSchema,
  stationBundleSchema,
  type AnswerBundle,
  type StationBundle,
} from '../../../shared/sync/bundle.ts'
import {
  mostBundleFileBytes,
  mostUnpackedBundleBytes,
  openBundle,
  sealBundle,
} from '../../../shared/sync/bundle-file.ts'
import { readEntry } from '../line/machine-certificate.ts'
import { readLists } from '../signing/city-lists.ts'
import { algorithmNamed } from '../../../shared/proof/signature-port.ts'
import { ownSecretKey } from '../signing/signing.ts'
import type { MachineSecrets } from '../keys/secrets.ts'

/** Bundles are sealed with X25519 and signed with Ed25519 from one key, whatever family the machine works with. */
const bundleSignature = algorithmNamed('ed25519')

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** A bundle as bytes that only the city opens, signed with this machine's key. */
export async function sealForCity(
  secrets: MachineSecrets,
  bundle: StationBundle,
): Promise<Outcome<Uint8Array>> {
  const cityKey = await cityKeyOf(secrets)
  if (cityKey === undefined) return refused(noCityKey)
  const content = Buffer.from(JSON.stringify(stationBundleSchema.parse(bundle)))
  if (content.length > mostUnpackedBundleBytes) return refused(tooMuch)
  const packed = new Uint8Array(await pack(content))
  const secret = await ownSecretKey(secrets, bundleSignature)
  const file = await sealBundle('station', packed, { to: cityKey, secret })
  return file.length <= mostBundleFileBytes ? accepted(file) : refused(tooMuch)
}

/** The city's answer in clear: sealed for this machine and signed with the key that it knows as the city's. */
export async function openFromCity(
  secrets: MachineSecrets,
  file: Uint8Array,
  here: { readonly station: string; readonly device: string },
): Promise<Outcome<AnswerBundle>> {
  const cityKey = await cityKeyOf(secrets)
  if (cityKey === undefined) return refused(noCityKey)
  const opened = await openBundle('answer', file, await ownSecretKey(secrets, bundleSignature))
  if (!opened.ok) return refused({ code: opened.why, message: whyNot[opened.why] })
  if (opened.publicKey !== cityKey) return refused({ code: 'forged', message: whyNot.forged })
  const answer = await readContent(opened.packed)
  if (!answer) return refused(unreadable)
  const isOurs = answer.station === here.station && answer.device === here.device
  return isOurs ? accepted(answer) : refused({ code: 'does-not-open', message: whyNot['does-not-open'] })
}

/** As the city told it; of a machine that never had a line, as its starting package names it. */
async function cityKeyOf(secrets: MachineSecrets): Promise<string | undefined> {
  const kept = await readLists(secrets)
  return kept?.lists.cityKey ?? (await readEntry(secrets))?.cityKey
}

async function readContent(packed: Uint8Array): Promise<AnswerBundle | undefined> {
  try {
    const text = await unpack(packed, { maxOutputLength: mostUnpackedBundleBytes })
    return answerBundleSchema.parse(JSON.parse(text.toString('utf8')))
  } catch {
    return undefined
  }
}

const noCityKey = {
  code: 'no-city-key',
  message:
    '初始数据包里没有市局的公钥，本机也没有同市局通过线，不能用U盘交换。请先在有线路的地方通线一次，或者向市局要新的数据包。',
}
const tooMuch = {
  code: 'too-large',
  message: '待发送的内容太多，一个文件装不下，没有导出。请联系市局户政。',
}
const unreadable = {
  code: 'unreadable',
  message: '回执打开了，但是里面的内容本机程序读不懂，没有导入。请核对两边的程序版本。',
}

const whyNot = {
  'not-a-bundle': '这个文件不是市局的回执，没有导入。请在U盘上选市局写的回执文件。',
  'other-way': '这是派出所导出的数据包，不是市局的回执，没有导入。请选市局写的回执文件。',
  'does-not-open': '打不开：不是发给本机的回执，或者文件残缺、被改动过。没有导入，请市局重新写一份。',
  forged: '这不是本市局签的回执，没有导入。请不要用这个U盘，报市局督察。',
} as const
