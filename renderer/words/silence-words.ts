/** Words for days without a contact with the city. */
export const silenceWords = {
  strip: (days: number) => `${days} 天没有和市局联系`,
  title: (days: number) => `已经 ${days} 天没有和市局联系`,
  remark: '照常办理，记录都在本机，不会丢。线路这几天不能恢复的，请提早准备U盘。',
  warning:
    '照常办理，记录都在本机，不会丢。请今天办两件事：一、在下面“导出到U盘”，把U盘交市局，再把回执拿回来导入；二、打电话告诉市局户政线路断了几天、有多少步待发。',
  setting: '多少天没有和市局联系时提醒',
  remarkFrom: '提醒（天）',
  warnFrom: '警告（天）',
} as const
