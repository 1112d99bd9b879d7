import { Input } from 'antd'
import type { CSSProperties } from 'react'

interface NamedInput {
  /** What stands in it while it is empty, and what a reader says. */
  readonly name: string
  readonly value: string
  readonly tell: (value: string) => void
  /** Shown as dots, until somebody asks to see it. */
  readonly secret?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly style?: CSSProperties
}

/** A line to type in that names itself. */
export function NamedInput({ name, tell, secret = false, ...given }: NamedInput) {
  const Line = secret ? Input.Password : Input
  return (
    <Line {...given} aria-label={name} placeholder={name} onChange={(event) => tell(event.target.value)} />
  )
}
