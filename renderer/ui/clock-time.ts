const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const timeOnly = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  timeStyle: 'medium',
  hourCycle: 'h23',
})

/** An instant as day and time in China, whatever the machine's own zone says. */
export function dayAndTimeInChina(instant: string): string {
  return dayAndTime.format(new Date(instant))
}

export function timeInChina(instant: string): string {
  return timeOnly.format(new Date(instant))
}
