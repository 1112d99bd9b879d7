import { Alert, Card, InputNumber, Space } from 'antd'
import { mostSilenceDays } from '../../shared/sync/silence.ts'
import { silenceSetting, useSaveSetting, useSilenceLimits } from '../desk/desk-settings.ts'
import { useSilence } from '../desk/use-silence.ts'
import { silenceWords as words } from '../words/silence-words.ts'

const signs = { told: '', remark: '▲ ', warning: '✖ ' } as const

/** In the strip: for how many days the city has not been heard; nothing on the first day. */
export function SilenceMark({ open }: { readonly open: () => void }) {
  const silence = useSilence()
  if (!silence || silence.stage === 'calm') return null
  const { stage, days } = silence
  return (
    <button
      type="button"
      className={stage === 'told' ? undefined : stage === 'remark' ? 'remark' : 'alarm'}
      data-silence={stage}
      onClick={open}
    >
      {signs[stage]}
      {words.strip(days)}
    </button>
  )
}

/** What to do about it, where the work waits. */
export function SilenceAdvice() {
  const silence = useSilence()
  if (!silence || silence.stage === 'calm' || silence.stage === 'told') return null
  const { stage, days } = silence
  return (
    <Alert
      className="block"
      showIcon
      type={stage === 'warning' ? 'error' : 'warning'}
      title={words.title(days)}
      description={words[stage]}
    />
  )
}

export function SilenceSetting() {
  const limits = useSilenceLimits()
  const save = useSaveSetting()
  const days = (which: keyof typeof limits) => (
    <InputNumber
      aria-label={words[which]}
      min={1}
      max={mostSilenceDays}
      value={limits[which]}
      onChange={(value) => void save(silenceSetting, { ...limits, [which]: value ?? limits[which] })}
    />
  )
  return (
    <Card size="small" className="block" title={words.setting}>
      <Space>
        <span>{words.remarkFrom}</span>
        {days('remarkFrom')}
        <span>{words.warnFrom}</span>
        {days('warnFrom')}
      </Space>
    </Card>
  )
}
