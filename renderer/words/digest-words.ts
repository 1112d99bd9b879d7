/** 您不在线的这段时间：每次同步以后，和自己有关的消息，看过才收起。 */
export const digestWords = {
  title: '您不在线的这段时间',
  strip: '消息',
  explain:
    '只列和您有关的：您断线时办的步骤市局收了没有，别人在您经办的案件里办了什么，市局新发给本机的号段。看过点“知道了”才收起，重新打开程序也还在。',
  accepted: '市局已收',
  refused: '市局退回',
  others: '别人办的',
  answered: '市局答复',
  granted: '新领号段',
  block: (range: string, count: string, until: string) => `${range}，共 ${count}，${until}到期`,
  receipt: (receipt: string) => `回执 ${receipt}`,
  by: (name: string, step: string) => `${name}：${step}`,
  more: (count: number) => `只列最近的 ${count} 步，更早的在各案件的办理记录里。`,
  close: '知道了，收起',
  what: '什么消息',
} as const
