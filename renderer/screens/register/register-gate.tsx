import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { permits } from '../../../shared/people/role.ts'
import { useActor } from '../../desk/desk.tsx'
import { words } from '../../words/index.ts'

/** Shows residents only to those whose office it is to look them up. */
export function RegisterGate({ children }: { readonly children: ReactNode }) {
  const { role } = useActor()
  if (permits(role, 'look-up-register')) return children
  return (
    <div className="screen">
      <Alert type="info" role="alert" title={words.register.notAllowed} />
    </div>
  )
}
