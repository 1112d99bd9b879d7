import { Button, Modal } from 'antd'
import { exportReasons, type ExportReason } from '../../shared/trail/paper-reason.ts'
import { answerExportReason, useExportReason } from '../session/export-reason.ts'
import { words } from '../words/index.ts'

const reasons = Object.entries(exportReasons) as [ExportReason, string][]

/** What a list of people is taken out for; the answer goes on the trail. */
export function ExportReasonDialog() {
  const waiting = useExportReason((asking) => asking.waiting)
  return (
    <Modal
      open={waiting !== undefined}
      title={words.duties.exportReason.title}
      footer={null}
      onCancel={() => answerExportReason(undefined)}
      destroyOnHidden
    >
      <p className="quiet">{words.duties.exportReason.explain}</p>
      {reasons.map(([reason, name], index) => (
        <Button
          key={reason}
          autoFocus={index === 0}
          block
          style={{ marginBottom: 8, textAlign: 'left' }}
          onClick={() => answerExportReason(reason)}
        >
          {name}
        </Button>
      ))}
    </Modal>
  )
}
