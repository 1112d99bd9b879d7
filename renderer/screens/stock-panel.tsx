import { Alert, Input, InputNumber, Space } from 'antd'
import { useState } from 'react'
import type { SheetRecord } from '../../shared/register/record.ts'
import {
  balanceStock,
  rangesOf,
  type SheetRange,
  type StockBalance,
} from '../../shared/register/stock-balance.ts'
import { words } from '../words/index.ts'

/**
 * 月末清点: what was received must be used, spoiled, in a printer or left. The range is the newest printing's unless the
 * clerk says which numbers were received; the box is counted by hand.
 */
export function StockPanel({ sheets }: { readonly sheets: readonly SheetRecord[] }) {
  const ranges = rangesOf(sheets)
  const newest = ranges.at(-1)
  const [typed, setTyped] = useState<Partial<SheetRange>>({})
  const [counted, setCounted] = useState<number>()
  if (!newest) return <p className="quiet">{words.stock.empty}</p>
  const range = { ...newest, ...typed }
  const put = (part: Partial<SheetRange>) => setTyped((before) => ({ ...before, ...part }))
  const digits = (which: 'first' | 'last') => (
    <Input
      aria-label={words.stock[which]}
      className="serial"
      style={{ width: 180 }}
      maxLength={8}
      value={range[which]}
      onChange={(event) => put({ [which]: event.target.value.replaceAll(/\D/g, '') })}
    />
  )
  return (
    <div className="block">
      <BreaksBetween ranges={ranges} />
      <Space wrap>
        <span>{words.stock.received}</span>
        <InputNumber
          aria-label={words.stock.year}
          style={{ width: 90 }}
          value={range.printYear}
          onChange={(printYear) => put({ printYear: printYear ?? newest.printYear })}
        />
        {digits('first')}—{digits('last')}
        <InputNumber
          aria-label={words.stock.counted}
          placeholder={words.stock.counted}
          style={{ width: 150 }}
          min={0}
          value={counted ?? null}
          onChange={(value) => setCounted(value ?? undefined)}
        />
      </Space>
      <Sum balance={balanceStock(range, sheets, counted)} />
    </div>
  )
}

function Sum({ balance }: { readonly balance: StockBalance }) {
  const { received, used, spoiled, printing, blank, missing, boxDifference, balanced } = balance
  const sum = `领入 ${received} = 已用 ${used} + 废张 ${spoiled} + 待确认 ${printing} + 空白 ${blank}`
  const lacking =
    missing.length > 0
      ? `有 ${missing.length} 张没有下落：${missing.slice(0, 6).join('、')}${missing.length > 6 ? '……' : ''}。`
      : ''
  const box =
    boxDifference === 0
      ? ''
      : `盒里实有的比登记${boxDifference > 0 ? '多' : '少'} ${boxDifference > 0 ? boxDifference : -boxDifference} 张。`
  return (
    <Alert
      data-balance={balanced}
      className="block"
      showIcon
      type={balanced ? 'success' : 'error'}
      title={balanced ? `${sum}，相符` : `${sum}，不符`}
      description={balanced ? undefined : `${lacking}${box}请再清点一次；还不符的，当天报所长和市局户政。`}
    />
  )
}

/** Numbers that lack between two runs of one printing: two deliveries, or sheets that nobody entered. */
function BreaksBetween({ ranges }: { readonly ranges: readonly SheetRange[] }) {
  const breaks = ranges.flatMap((range, at) => {
    const next = ranges[at + 1]
    if (!next || next.printYear !== range.printYear || next.prefix !== range.prefix) return []
    return [`${range.printYear}年印制的 ${range.last} 和 ${next.first} 之间`]
  })
  if (breaks.length === 0) return null
  return (
    <Alert
      className="block"
      showIcon
      type="warning"
      title={`编号不连：${breaks.slice(0, 4).join('；')}。分批领来的不用管，不是的请报所长。`}
    />
  )
}
