import { Button, Card } from 'antd'
import { v4 as uuid } from 'uuid'
import type { CertificateContent } from '../../../shared/register/certificate.ts'
import { useDesk } from '../../desk/desk.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { words } from '../../words/index.ts'
import { useStep, type CaseProps } from './use-step.ts'

/** Registers the people of a presented certificate here and takes the certificate in, in one act. */
export function LandPanel(props: CaseProps) {
  const { station } = useDesk()
  const { take, refusals } = useStep(props)
  const content = props.caseFile.form['presentedContent'] as CertificateContent | undefined
  const names = content?.persons.map(({ name }) => name).join('、') ?? ''
  const land = () =>
    take('land', { personIds: (content?.persons ?? []).map(() => uuid()), stationName: station.name })
  return (
    <Card size="small" className="block" title={words.case.land}>
      <Refusals refusals={refusals} />
      <p>登记后，{names}在本所立户入册，迁移证当场收回缴销。</p>
      <Button type="primary" onClick={() => void land()}>
        {words.case.land}
      </Button>
    </Card>
  )
}
