/** One place behind the point; never nothing where something is used. */
function figure(perDay: number): string {
  return perDay > 0 && perDay < 0.1 ? '0.1 以下' : perDay.toFixed(1)
}

/** What the numbers of a block are. */
export const leaseKindWords = {
  'certificate-blanks': { name: '空白迁移证', unit: '张' },
  'permit-blanks': { name: '空白准迁证', unit: '张' },
  'citizen-sequence': { name: '顺序码', unit: '个' },
} as const

/** Words of the blocks of numbers that the city lends to this machine. */
export const leaseWords = {
  setUp: (device: string) =>
    `本机编号 ${device}。底册里的首批号段写明给哪台机器，只有那一台断网时能用；请把编号报给做底册的人。`,
  strip: (days: number) => `约 ${days} 天`,
  stripFew: (days: number) => `只够约 ${days} 天`,
  title: '本机领用的号段',
  none: (others: readonly string[]) =>
    others.length > 0
      ? `本机还没有号段，先不能打印、编号。本所的号段在 ${others.join('、')} 手里，一个号只在一台机器手里。`
      : '本机还没有号段，先不能打印、编号。底册里的首批号段没有指定给本机。',
  noneWhatToDo:
    '和市局连通一次，会自动领取；长期没有线路的，到“同步”页用U盘交换一次也能领。一时不通的，先到有号段的那台机器上打印；本机照常受理、审核，不会丢。',
  notLent: '本机升级前没有领过号段，先照旧从本所库存里用；和市局连通后自动改为号段。',
  range: '号段',
  left: '还剩',
  sheets: (count: number) => `${count} 张`,
  lasts: '约可用',
  days: (days: number | undefined) =>
    days === undefined ? '近期没有用过' : days === 0 ? '不到 1 个工作日' : `${days} 个工作日`,
  basis:
    '天数按本所近 30 个工作日的用量推算，用了不到 30 个工作日的从用第一张那天算起。快用完、快到期时，联网自动续领；没有线路的随U盘续领。',
  until: '期限',
  untilDay: (day: string, days: number) => `${day}（还有 ${days} 天）`,
  codes: '顺序码',
  codesLeft: '每个生日男女各 5 个',
  codesDays: '到期限为止',
  codesUnused:
    '顺序码按出生日期分，每个出生日期男女各算各的，日子不到期限就不会整段用完。近两个月出生的还没有用过。',
  bornOn: (day: string, sex: 'male' | 'female') => `${day}出生的${sex === 'male' ? '男' : '女'}孩`,
  codesLast: (perDay: number, whom: string, left: number) =>
    `顺序码按出生日期分，每个出生日期男女各算各的，日子不到期限就不会整段用完。近期每个工作日登记约 ${figure(perDay)} 人；近两个月里最紧的是${whom}，还剩 ${left} 个。`,
  codesGone: (whom: string) => `${whom}，顺序码已经用完。请点“再领顺序码”，领到以前这一天的先不要登记。`,
  others: '本所其他机器',
  nobody: '底册未指定',
  frozen: '已停用，待清点',
  more: '再领一段',
  moreCodes: '再领顺序码',
  asked: (count: number) => `已记下 ${count} 项领用，联网后自动办理；没有线路的随下一次U盘交换办理`,
  back: '退回',
  backTitle: '退回这一段？',
  backExplain:
    '点了以后本机马上不再用这一段，断网时也一样；联网或者用U盘交换以后，别的机器才能领。没有用的空白证件请一并交回。',
  backYes: '退回',
  backNo: '不退',
  leaving: (count: number) => `有 ${count} 段正在退回，联网或者用U盘交换后生效，本机已不再使用`,
  outage: '要备够断网几天用的',
  few: (days: number, wanted: number) =>
    `空白证件按近期用量只够约 ${days} 个工作日，少于要备的 ${wanted} 天。请尽快和市局连通，或者向市局户政领取。`,
  fault: '市局没有发给新号段：',
  closeDown: {
    title: '停用本机',
    explain:
      '换机、报废、调走以前在这里停用：先把没有送到市局的步骤和扫描件送完、市局退回的处理完，再退回全部号段。停用后本机不再领号段；办过的还在，照样可以查。',
    unsent: (count: number) =>
      `还有 ${count} 步没有市局的回执。请先联网发完，或者用U盘交市局、导入回执，再停用。`,
    unsentScans: (count: number) =>
      `还有 ${count} 件扫描件没有市局的回执，只有本机有。请先联网送完，或者用U盘交市局、导入回执，再停用。`,
    undecided: (count: number) =>
      `还有 ${count} 步市局退回没有处理，只有本机有。请先处理，或者转交同事，再停用。`,
    act: '退回全部号段，停用本机',
    returning: (count: number) =>
      `还有 ${count} 段等市局确认退回。请保持联网，没有线路的用U盘交换一次；确认以后再关机、搬走。`,
    done: '号段已经全部退回，市局已确认。可以搬走了；空白证件请和市局（或者接手的机器）当面清点。',
    again: '重新启用本机',
  },
} as const
