import { exampleCertificate } from '../example-certificate.ts'
import type { ReissueFacts } from './fields.ts'

/** The day of the worked examples: the twelfth after the example certificate was issued. */
export const day = '2026-03-13'

/** The holder comes in person, everything was checked and nobody has landed. */
export const inOrder: ReissueFacts = {
  originalSource: 'register',
  original: exampleCertificate,
  lossKind: 'lost',
  lossStatement: '三月十日在赶集路上连同钱包一起丢了。',
  contentChange: 'none',
  applicantKind: 'holder',
  identityChecked: true,
  landingCheck: 'not-landed',
  landingCheckedHow: '电话问迁入地派出所',
}
