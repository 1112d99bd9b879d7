import { Card, InputNumber, Space } from 'antd'
import { largeChangeLimitSchema, usualLargeChangeLimit } from '../../shared/sync/large-change.ts'
import { useSaveSetting } from '../desk/desk-settings.ts'
import { useDesk } from '../desk/desk.tsx'
import { useSetting } from '../local/hooks.ts'
import { largeChangeSetting } from '../sync/arrivals.ts'
import { words } from '../words/index.ts'

const text = words.largeChange.setting

/** From how much on a chief is asked before the desk takes in what the city handed out. */
export function LargeChangeSetting() {
  const { store } = useDesk()
  const save = useSaveSetting()
  const read = largeChangeLimitSchema.safeParse(useSetting(store, largeChangeSetting))
  const limit = read.success ? read.data : usualLargeChangeLimit
  return (
    <Card size="small" className="block" title={text.title}>
      <Space>
        <span>{text.share}</span>
        <InputNumber
          aria-label={text.share}
          min={1}
          max={100}
          value={Math.round(limit.share * 100)}
          onChange={(value) =>
            void save(largeChangeSetting, { ...limit, share: (value ?? limit.share * 100) / 100 })
          }
        />
        <span>{text.atLeast}</span>
        <InputNumber
          aria-label={text.atLeast}
          min={1}
          max={100_000}
          value={limit.atLeast}
          onChange={(value) => void save(largeChangeSetting, { ...limit, atLeast: value ?? limit.atLeast })}
        />
      </Space>
    </Card>
  )
}
