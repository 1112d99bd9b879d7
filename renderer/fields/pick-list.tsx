import { Input, Table } from 'antd'
import { useState, type ReactNode } from 'react'

interface PickList<Row extends { readonly key: string }> {
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly rows: readonly Row[]
  /** How many were found in all; the list shows the first few. */
  readonly total: number
  readonly columns: readonly { readonly title: string; readonly render: (row: Row) => ReactNode }[]
  /** What stands in place of findings. */
  readonly none: ReactNode
  /** What Enter does while nothing is found. */
  readonly enterOnNone?: (() => void) | undefined
  readonly pick: (row: Row) => void
}

/** A search box with its findings below: arrows choose, Enter takes, the mouse may. */
export function PickList<Row extends { readonly key: string }>(props: PickList<Row>) {
  const { label, placeholder, query, setQuery, rows, total, columns, none, pick, enterOnNone } = props
  const [active, setActive] = useState(0)
  const take = (row: Row | undefined) => row && pick(row)
  return (
    <>
      <Input
        aria-label={label}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setActive(0)
          setQuery(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setActive((row) => Math.min(row + 1, rows.length - 1))
          else if (event.key === 'ArrowUp') setActive((row) => Math.max(row - 1, 0))
          else if (event.key === 'Enter' && query.trim() !== '' && rows.length > 0) take(rows[active])
          else if (event.key === 'Enter' && enterOnNone) enterOnNone()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {query.trim() === '' && rows.length === 0 ? null : (
        <Table<Row>
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={[...rows]}
          locale={{ emptyText: none }}
          rowClassName={(_row, at) => (at === active ? 'ant-table-row-selected' : '')}
          onRow={(row) => ({ onClick: () => pick(row) })}
          footer={() => `共 ${total} 条，上下键选择，回车确定`}
          columns={columns.map(({ title, render }) => ({
            title,
            render: (_: unknown, row: Row) => render(row),
          }))}
        />
      )}
    </>
  )
}
