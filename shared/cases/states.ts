import type { CaseStatus } from './case-file.ts'
import type { SheetState, SpoilReason, VoidReason } from '../register/certificate.ts'

/** A state as everybody sees it: a word, a shape and a tone, never a colour alone. */
export interface StateWord {
  readonly word: string
  readonly shape: 'circle' | 'half' | 'dot' | 'check' | 'cross' | 'arrow' | 'square' | 'triangle' | 'pencil'
  readonly tone: 'neutral' | 'waiting' | 'good' | 'bad' | 'attention'
}

/** Where the work on a case stands. */
export const caseStatusWords: Readonly<Record<CaseStatus | 'draft', StateWord>> = {
  draft: { word: '草稿', shape: 'pencil', tone: 'neutral' },
  supplementing: { word: '待补材料', shape: 'half', tone: 'waiting' },
  'awaiting-comparison': { word: '待核对存根', shape: 'half', tone: 'waiting' },
  investigating: { word: '核查中', shape: 'half', tone: 'waiting' },
  'awaiting-approval': { word: '待审批', shape: 'half', tone: 'waiting' },
  'awaiting-county': { word: '待旗县区审批', shape: 'half', tone: 'waiting' },
  'awaiting-city': { word: '待市局审批', shape: 'half', tone: 'waiting' },
  returned: { word: '退回补正', shape: 'arrow', tone: 'attention' },
  approved: { word: '已批准', shape: 'circle', tone: 'waiting' },
  printing: { word: '待确认出纸', shape: 'triangle', tone: 'attention' },
  issued: { word: '已签发', shape: 'check', tone: 'good' },
  closed: { word: '已办结', shape: 'square', tone: 'neutral' },
  referred: { word: '已告知去处', shape: 'arrow', tone: 'neutral' },
  refused: { word: '不予办理', shape: 'cross', tone: 'bad' },
  withdrawn: { word: '已撤回', shape: 'square', tone: 'neutral' },
}

/** Where a recorded action stands on its way to the city. Computed from rows and receipts only. */
export const deliveryStates = ['waiting', 'sent', 'kept', 'on-stick', 'received', 'refused'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryWords: Readonly<Record<DeliveryState | 'saved', StateWord>> = {
  saved: { word: '已存本机', shape: 'dot', tone: 'neutral' },
  waiting: { word: '待发送', shape: 'circle', tone: 'waiting' },
  sent: { word: '已发送', shape: 'half', tone: 'waiting' },
  kept: { word: '市局已收存，待审', shape: 'half', tone: 'waiting' },
  'on-stick': { word: '已交U盘，待回执', shape: 'half', tone: 'waiting' },
  received: { word: '市局已收', shape: 'check', tone: 'good' },
  refused: { word: '市局退回', shape: 'cross', tone: 'bad' },
}

/** What stands beside a case whatever its status. */
export const besideWords = {
  'awaiting-check': { word: '待核查', shape: 'half', tone: 'waiting' },
  conflict: { word: '有冲突', shape: 'triangle', tone: 'bad' },
} as const satisfies Record<string, StateWord>

/** What a numbered sheet is. `expired` is a matter of the day and is said beside `issued`. */
export const sheetStateWords: Readonly<Record<SheetState | 'expired' | 'replaced', StateWord>> = {
  blank: { word: '空白', shape: 'circle', tone: 'neutral' },
  printing: { word: '待确认出纸', shape: 'triangle', tone: 'attention' },
  issued: { word: '已签发', shape: 'check', tone: 'good' },
  expired: { word: '已过期', shape: 'half', tone: 'attention' },
  landed: { word: '已落户', shape: 'square', tone: 'neutral' },
  void: { word: '已作废', shape: 'cross', tone: 'bad' },
  replaced: { word: '已补发代替', shape: 'arrow', tone: 'bad' },
  spoiled: { word: '废张', shape: 'cross', tone: 'bad' },
}

export const voidReasonWords: Readonly<Record<VoidReason, string>> = {
  lost: '遗失',
  expired: '过期换发',
  damaged: '损坏换发',
  misprinted: '填写错误',
  withdrawn: '撤回',
}

export const spoilReasonWords: Readonly<Record<SpoilReason, string>> = {
  jammed: '卡纸或者废张',
  'number-mismatch': '编号不符',
  'damaged-in-stock': '库存损坏',
}
