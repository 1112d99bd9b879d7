import { Input, InputNumber } from 'antd'
import type { FieldProps } from './field-props.ts'

export function NumberField({ label, value, change }: FieldProps<'number'>) {
  return (
    <InputNumber
      aria-label={label}
      value={value ?? null}
      min={0}
      precision={0}
      controls={false}
      onChange={(next) => change(next ?? undefined)}
    />
  )
}

/** Hour and minute; what is typed stays as it is until it reads as a time. */
export function TimeField({ label, value, typed, change }: FieldProps<'time'>) {
  const text = typed ?? value ?? ''
  const take = (next: string) => change(readTime(next), next)
  const isTime = text === '' || readTime(text) !== undefined
  return (
    <>
      <Input
        aria-label={label}
        style={{ width: 110 }}
        placeholder="时:分"
        value={text}
        status={isTime ? '' : 'error'}
        onChange={(event) => take(event.target.value)}
        onBlur={() => isTime && change(readTime(text))}
      />
      {isTime ? null : <div className="problem">时间应写成“时:分”，例如 09:30 或者 0930。</div>}
    </>
  )
}

function readTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
