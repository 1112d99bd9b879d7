/** Words about the city knowing this machine. */
export const enrolmentWords = {
  label: '本机登记',
  notAsked: '通线后自动登记',
  notEnrolled: '市局还没有登记本机',
  until: (day: string) => `已登记，证书到 ${day}，到期前自动更换`,
  /** The machine has a certificate, and the city takes it no more. */
  notTaken: {
    'certificate-revoked': '证书已被市局吊销',
    'certificate-expired': '证书已经过期',
    'certificate-foreign': '市局不认本机的证书',
  } as Readonly<Record<string, string>>,
  takenNoMore: '市局现在不收本机的证书',
  code: '登记码',
  enrol: '登记本机',
  hint: '市局户政给的六组字母和数字，用一次就作废',
  malformed: '登记码是六组，每组四位，中间用“-”隔开；没有 0、1、I、L、O。请对照登记码单再输入。',
  refusals: {
    'enrolment-code-unknown': '登记码不对，没有登记。请对照登记码单再输入。',
    'enrolment-code-used': '登记码已经用过，没有登记。请向市局户政要一个新的。',
    'enrolment-code-expired': '登记码已经过期，没有登记。请向市局户政要一个新的。',
    'no-line': '线路不通，没有登记。通线后再试。',
  } as Readonly<Record<string, string>>,
  otherRefusal: '市局没有登记本机。请联系市局户政。',
} as const
