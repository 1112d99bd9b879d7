/** Whose hands a case is in, and how it changes them. */
export const holdingWords = {
  title: '承办',
  column: '承办',
  nobody: '没有人承办，谁都可以接着办',
  own: '由您办理',
  ownElsewhere: (device: string) => `由您在 ${device} 机办理，要在这台机器上接着办，请改到本机`,
  claim: '由我办理',
  moveHere: '改到本机办理',
  assign: '交给同事',
  release: '放回待办',
  takeOver: '接管',
  colleague: '交给谁',
  pickColleague: '选一位同事',
  reason: '理由（接管必须写明）',
  note: '交代的话',
  frozen: '这里不能接着办，等承办人交出，或者请所长接管。',
  mine: '我承办的',
  handedToMe: '转给我的',
} as const

/** 交接：一个人手上的案件一次交出去。 */
export const handoverWords = {
  title: '交接',
  open: '交接案件',
  explain: '休假、调离时，把一个人没有办完的案件连同承诺的日期，一次交给同事。每一件都在办理记录里留下一步。',
  from: '谁的案件',
  to: '交给谁',
  reason: '理由',
  reasonHint: '例如：休假至七月五日',
  promised: '承诺办结',
  overdue: (days: number) => `已超 ${days} 个工作日`,
  all: (count: number) => `全部交出（${count} 件）`,
  chosen: (count: number) => `交出选中的 ${count} 件`,
  empty: '没有没办完的案件',
  drafts: '草稿只有本人看得到，不随案件交出；请本人先受理或者删去。',
  done: (count: number, name: string) => `已把 ${count} 件交给${name}`,
  onlyOwn: '只能交出自己的案件；别人的请所长接管。',
} as const
