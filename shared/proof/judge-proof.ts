import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { PlainDate } from '../base/plain-date.ts'
import type { SheetRecord } from '../register/record.ts'
import { isCertified, type MachineKey } from './machine-key.ts'
import type { Proof } from './proof.ts'
import { readProof } from './proof.ts'
import { differencesFrom } from './sheet-proof.ts'
import { algorithmOfKey } from './signature-port.ts'

/** What a station knows without a line, and since when. */
export interface KnownProofs {
  /** The city's public key; none before the first contact with the city. */
  readonly cityKey?: string | undefined
  readonly keys: readonly MachineKey[]
  /** This machine's own public key, which needs nobody's word here. */
  readonly own?: { readonly keyId: string; readonly publicKey: string } | undefined
  /** Sheets that are void anywhere in the city, by key, and what replaced them. */
  readonly voided: Readonly<Record<string, { readonly replacedBy?: string | undefined }>>
}

export const verdictNames = {
  valid: '有效',
  void: '已作废',
  replaced: '已被新证代替',
  expired: '已过期',
  'not-ours': '不是本市签发的证明码',
  forged: '伪造或者被改过',
  'revoked-key': '签发机器的钥匙已吊销',
} as const
export type ProofVerdict = keyof typeof verdictNames

export interface JudgedProof {
  readonly verdict: ProofVerdict
  readonly reason: string
  readonly proof?: Proof
  /** Key of the sheet that took its place. */
  readonly replacedBy?: string
}

/** What the clerk reads off the paper in hand; left empty where it was not typed. */
export interface PaperInHand {
  readonly digits?: string | undefined
  readonly persons?: number | undefined
  readonly issuedOn?: string | undefined
}

interface Question {
  readonly text: string
  readonly known: KnownProofs
  readonly today: PlainDate
  /** The sheet as this station's own register has it. */
  readonly sheetOf: (key: string) => SheetRecord | undefined
  readonly paper: PaperInHand
}

/** Whether a certificate is what it says, from what this station knows now. The worst finding is the verdict. */
export function judgeProof({ text, known, today, sheetOf, paper }: Question): JudgedProof {
  const read = readProof(text)
  if (!read.ok) {
    return read.why === 'not-ours'
      ? { verdict: 'not-ours', reason: '这不是户政台的证明码。请核对扫的是证件右下方的二维码。' }
      : {
          verdict: 'forged',
          reason: '证明码残缺或者被改过，读不出完整内容。请重扫一次；仍如此按可疑证件处理。',
        }
  }
  const { proof, message } = read
  const signer = signerOf(proof, known)
  if (!signer) {
    return {
      verdict: 'not-ours',
      reason:
        '本机的名册里没有签发它的机器。可能是新装的机器，通线同步名册后再查；通线后仍没有，就不是本市签发的。',
      proof,
    }
  }
  const algorithm = algorithmOfKey(signer.publicKey)
  if (!algorithm?.verify(signer.publicKey, utf8ToBytes(message), proof.signature))
    return { verdict: 'forged', reason: '签名和内容对不上：内容被改过，或者不是本市的机器签的。', proof }
  const wrong = wrongSigner(proof, signer) ?? differs(proof, paper, sheetOf(proof.sheet))
  if (wrong) return { ...wrong, proof }
  return standing(proof, known, today, sheetOf(proof.sheet))
}

function signerOf({ keyId }: Proof, { own, keys, cityKey }: KnownProofs) {
  const certified = keys.find((key) => key.keyId === keyId)
  if (certified && cityKey !== undefined && isCertified(certified, cityKey)) return certified
  return own?.keyId === keyId ? { publicKey: own.publicKey } : undefined
}

type Signer = NonNullable<ReturnType<typeof signerOf>>

function wrongSigner(proof: Proof, signer: Signer): JudgedProof | undefined {
  if (!('station' in signer)) return undefined
  if (signer.station !== proof.station || signer.device !== proof.device)
    return { verdict: 'forged', reason: '签名的机器不属于证明码上写的派出所。' }
  // By the day: a certificate tells the day of its issue and no hour. A doubt of hours counts against it.
  if (signer.revokedAt !== undefined && proof.issuedOn >= signer.revokedAt.slice(0, 10)) {
    return {
      verdict: 'revoked-key',
      reason: `签发它的机器从 ${signer.revokedAt.slice(0, 10)} 起被吊销，这张证件是那天或之后签的。请与签发派出所核实。`,
    }
  }
  return undefined
}

function differs(proof: Proof, paper: PaperInHand, sheet: SheetRecord | undefined): JudgedProof | undefined {
  const onPaper = [
    paper.digits && !proof.sheet.endsWith(paper.digits) ? '证件编号' : '',
    paper.persons !== undefined && paper.persons !== proof.persons ? '人数' : '',
    paper.issuedOn && paper.issuedOn !== proof.issuedOn ? '签发日期' : '',
  ].filter(Boolean)
  if (onPaper.length > 0)
    return {
      verdict: 'forged',
      reason: `纸上写的和证明码不一样：${onPaper.join('、')}。证明码可能是从别的证件上抄来的。`,
    }
  const inRegister = sheet?.content ? differencesFrom(proof, sheet) : []
  if (inRegister.length > 0)
    return { verdict: 'forged', reason: `和本所签发登记不一样：${inRegister.join('、')}。` }
  return undefined
}

function standing(
  proof: Proof,
  { voided }: KnownProofs,
  today: PlainDate,
  sheet: SheetRecord | undefined,
): JudgedProof {
  const listed = voided[proof.sheet]
  const replacedBy = sheet?.replacedBy ?? listed?.replacedBy
  if (replacedBy !== undefined)
    return { verdict: 'replaced', reason: '这张证件已经作废，另签发了新证。', proof, replacedBy }
  if (listed || sheet?.state === 'void' || sheet?.state === 'spoiled')
    return { verdict: 'void', reason: '这张证件在作废名单里。', proof }
  if (proof.validUntil < today)
    return { verdict: 'expired', reason: `有效期到 ${proof.validUntil}，已经过期（MC-1）。`, proof }
  return { verdict: 'valid', reason: '签名、编号、有效期都对，不在作废名单里。', proof }
}
