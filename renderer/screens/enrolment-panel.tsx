import { Alert, Button, Form, Input, Space } from 'antd'
import { useEffect, useState } from 'react'
import type { EnrolmentState } from '../../shared/ipc/enrolment-channels.ts'
import { enrolmentCodeSchema } from '../../shared/sync/station-entry.ts'
import { station } from '../station.ts'
import { useLine } from '../sync/line-state.ts'
import { dayAndTimeInChina } from '../ui/clock-time.ts'
import { words } from '../words/index.ts'
import { enrolmentWords } from '../words/enrolment-words.ts'

/** Whether the city knows this machine; asked anew whenever the line changes. */
export function useEnrolment(): [EnrolmentState | undefined, (state: EnrolmentState) => void] {
  const lineNow = useLine(({ status, reason }) => `${status} ${reason}`)
  const [state, setState] = useState<EnrolmentState>()
  useEffect(() => {
    if (lineNow !== '') void station.call('enrolment.state', {}).then(setState, () => undefined)
  }, [lineNow])
  return [state, setState]
}

export function enrolmentInWords(state: EnrolmentState | undefined): string {
  if (!state || state.state === 'not-needed') return words.none
  if (state.state === 'enrolled') {
    if (state.refusal === '') return enrolmentWords.until(dayAndTimeInChina(state.until).slice(0, 10))
    return enrolmentWords.notTaken[state.refusal] ?? enrolmentWords.takenNoMore
  }
  return state.refusal === '' ? enrolmentWords.notAsked : enrolmentWords.notEnrolled
}

/** A code from the city, typed from paper or from the telephone. Shown only while the city does not take this machine. */
export function EnrolmentPanel({
  state,
  onState,
  nudge,
}: {
  readonly state: EnrolmentState | undefined
  readonly onState: (state: EnrolmentState) => void
  /** Starts a round with the city at once. */
  readonly nudge: () => void
}) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  if (!state || state.state === 'not-needed' || !isRefused(state.refusal)) return null
  const enrol = async () => {
    const read = enrolmentCodeSchema.safeParse(tidied(code))
    if (!read.success) return setProblem(enrolmentWords.malformed)
    setBusy(true)
    try {
      const next = await station.call('enrolment.enrol', { code: read.data })
      onState(next)
      setProblem(next.state === 'not-needed' || next.refusal === '' ? '' : refusalInWords(next.refusal))
      nudge()
    } catch (fault) {
      setProblem(fault instanceof Error ? fault.message : enrolmentWords.otherRefusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form layout="inline" className="block" onFinish={() => void enrol()}>
      <Form.Item label={enrolmentWords.code} htmlFor="enrolment-code" extra={enrolmentWords.hint}>
        <Input
          id="enrolment-code"
          className="code"
          style={{ width: 320 }}
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Form.Item>
      <Space align="start">
        <Button htmlType="submit" loading={busy}>
          {enrolmentWords.enrol}
        </Button>
        {problem === '' ? null : <Alert type="warning" showIcon title={problem} />}
      </Space>
    </Form>
  )
}

/** What the city itself said; without a line no code helps. */
function isRefused(refusal: string): boolean {
  return refusal !== '' && refusal !== 'no-line'
}

function refusalInWords(code: string): string {
  return enrolmentWords.refusals[code] ?? enrolmentWords.otherRefusal
}

/** As a hand types it: small letters, blanks or nothing between the groups. */
export function tidied(code: string): string {
  const bare = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return (bare.match(/.{1,4}/g) ?? []).join('-')
}
