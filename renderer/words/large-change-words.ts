/** 大量变动：市局带来的内容会改动底册里很多行时，先停下来问所长。 */
export const largeChangeWords = {
  title: '市局带来的变动太大，先没有接收',
  strip: (rows: number) => `大量变动待所长决定 ${rows}`,
  explain:
    '下面这些都还没有写进本机，本机底册和案件照旧，发送照常。可能是本机很久没有联网，也可能是市局那边出了差错。拿不准时先打电话问市局户政。',
  actions: '市局已办的步骤',
  actionsSaid: (count: number, after: number, upTo: number) =>
    `${count} 步（顺序号 ${after + 1} 至 ${upTo}）`,
  removed: '将注销、迁出、撤户',
  replaced: '将改成别的内容',
  rows: (count: number, of: number) => `${count} 条，底册共 ${of} 条`,
  share: '占底册',
  percent: (rows: number, of: number) => `${((100 * rows) / Math.max(of, 1)).toFixed(1)} %`,
  by: '由谁改的',
  byRows: (rows: number) => `${rows} 条`,
  others: (count: number) => `另有 ${count} 人`,
  reason: '接收的理由',
  chooseReason: '先选理由',
  take: '接收',
  taking: '正在接收',
  putOff: '暂不接收',
  isPutOff: '所长已决定暂不接收。本机照旧，随时可以再决定。',
  lookAgain: '重新决定',
  askChief: '这一步由所长决定，请所长登录后来这里办。',
  setting: {
    title: '市局一次带来多少变动要先问所长',
    share: '超过底册的（%）',
    atLeast: '并且不少于（条）',
  },
} as const
