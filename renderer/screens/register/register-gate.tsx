import { Alert, Button, Card } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { permits } from '../../../shared/people/role.ts'
import { lookUpReasons, type LookUpReason } from '../../../shared/trail/trail-event.ts'
import { useActor } from '../../desk/desk.tsx'
import { lookUpFor, useLookUpReason } from '../../session/look-up.ts'
import { noteOnTrail } from '../../session/trail.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { words } from '../../words/index.ts'

interface GateProps {
  /** Key of the person or household that is looked at; none while searching. */
  readonly seen?: string
  /** Figures name nobody and need no reason; what they lead to does. */
  readonly figuresOnly?: boolean
  readonly children: ReactNode
}

/** Shows residents only to those whose office it is to look them up, and asks what for. */
export function RegisterGate({ seen, figuresOnly, children }: GateProps) {
  const { role } = useActor()
  const lookUp = useLookUpReason()
  const allowed = permits(role, 'look-up-register')
  const { reason, caseId } = lookUp ?? {}
  useEffect(() => {
    if (!allowed || !reason || seen === undefined) return
    noteOnTrail({ what: 'person-seen', record: seen, reason, ...(caseId ? { caseId } : {}) })
  }, [allowed, reason, caseId, seen])
  if (!allowed) {
    return (
      <div className="screen">
        <Alert type="info" role="alert" title={words.register.notAllowed} />
      </div>
    )
  }
  if (figuresOnly) return children
  if (!reason) return <AskForReason />
  return (
    <>
      <p className="quiet look-up">
        {words.accounts.lookUp.now}：{lookUpReasons[reason]}{' '}
        <Button size="small" type="link" onClick={() => lookUpFor(undefined)}>
          {words.accounts.lookUp.change}
        </Button>
      </p>
      {children}
    </>
  )
}

const reasons = Object.entries(lookUpReasons) as [LookUpReason, string][]

function AskForReason() {
  useKeys(Object.fromEntries(reasons.map(([reason], index) => [`${index + 1}`, () => lookUpFor({ reason })])))
  return (
    <div className="screen">
      <Card size="small" title={words.accounts.lookUp.title}>
        <p className="quiet">{words.accounts.lookUp.explain}</p>
        {reasons.map(([reason, name], index) => (
          <Button
            key={reason}
            autoFocus={index === 0}
            block
            size="large"
            style={{ marginBottom: 8, textAlign: 'left', maxWidth: 480, display: 'block' }}
            onClick={() => lookUpFor({ reason })}
          >
            {index + 1}　{name}
          </Button>
        ))}
      </Card>
    </div>
  )
}
