import { Alert, Button, Card } from 'antd'
import { useDesk } from '../desk/desk.tsx'
import { closedDownSetting, useClosedDown, useSaveSetting } from '../desk/desk-settings.ts'
import { useAskForLeases } from '../desk/use-ask-for-leases.ts'
import { isHeldBy } from '../../shared/register/draw-numbers.ts'
import { useLent } from '../desk/use-leases.ts'
import { useUnreceivedCount } from '../local/attachments.ts'
import { useDeliveryCounts, useOpenRefusals } from '../local/hooks.ts'
import { ensureProof } from '../session/proof.ts'
import { leaseWords } from '../words/lease-words.ts'

const words = leaseWords.closeDown

/** A machine that leaves the station gives its blocks back first, so that its numbers are somebody's again. */
export function CloseDownCard() {
  const { store, profile } = useDesk()
  const counts = useDeliveryCounts(store)
  const refusals = useOpenRefusals(store)
  const lent = useLent()
  const scans = useUnreceivedCount(store)
  const isClosedDown = useClosedDown()
  if (!counts || !lent || !refusals || scans === undefined) return null
  // Those that came with the starting package lie at the station's other machines as well.
  const undecided = refusals.filter(({ action }) => action.device === profile.device).length
  const unsent = counts.waiting + counts.sent + counts.onStick
  const hindrances = [
    ...(unsent > 0 ? [words.unsent(unsent)] : []),
    ...(scans > 0 ? [words.unsentScans(scans)] : []),
    ...(undecided > 0 ? [words.undecided(undecided)] : []),
  ]
  const returning = lent.requests.filter(({ want }) => want === 'return').length
  return (
    <Card size="small" className="block" title={words.title} data-closed-down={isClosedDown}>
      <p>{words.explain}</p>
      {isClosedDown ? <Closed returning={returning} /> : <Open hindrances={hindrances} />}
    </Card>
  )
}

interface OpenProps {
  /** What is nowhere but on this machine, in words. */
  readonly hindrances: readonly string[]
}

function Open({ hindrances }: OpenProps) {
  const { profile } = useDesk()
  const lent = useLent()
  const save = useSaveSetting()
  const { giveBack } = useAskForLeases()
  const closeDown = async () => {
    if (!(await ensureProof())) return
    await save(closedDownSetting, true)
    await giveBack(
      (lent?.leases ?? []).filter((lease) => lease.state === 'live' && isHeldBy(lease, profile.device)),
    )
  }
  return (
    <>
      {hindrances.map((hindrance) => (
        <Alert key={hindrance} className="block" showIcon type="warning" role="note" title={hindrance} />
      ))}
      <Button danger disabled={hindrances.length > 0} onClick={() => void closeDown()}>
        {words.act}
      </Button>
    </>
  )
}

function Closed({ returning }: { readonly returning: number }) {
  const save = useSaveSetting()
  return (
    <>
      <Alert
        className="block"
        showIcon
        role="status"
        type={returning > 0 ? 'warning' : 'success'}
        title={returning > 0 ? words.returning(returning) : words.done}
      />
      <Button onClick={() => void save(closedDownSetting, false)}>{words.again}</Button>
    </>
  )
}
