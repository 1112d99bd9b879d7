import { Button, Card, Descriptions, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../shared/base/outcome.ts'
import { alignmentGrid } from '../../shared/documents/alignment-grid.ts'
import { noCalibration, type Calibration } from '../../shared/documents/calibration.ts'
import { migrationCertificateSheet, sheetKinds } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { permits } from '../../shared/people/role.ts'
import { useActor, useDesk } from '../desk/desk.tsx'
import {
  calibrationName,
  calibrationOf,
  calibrationSetting,
  printerSetting,
  useCalibrations,
  useSaveSetting,
} from '../desk/desk-settings.ts'
import { sendToPrinter } from '../desk/print-paper.ts'
import { usePrinters } from '../desk/use-printers.ts'
import { renderPdf } from '../paper/paper.ts'
import { goBack, goTo } from '../session/session.ts'
import { useKeys } from '../ui/keyboard.ts'
import { PaperPreview } from '../ui/paper-preview.tsx'
import { Refusals } from '../ui/refusals.tsx'
import { SilenceSetting } from '../ui/silence-mark.tsx'
import { words } from '../words/index.ts'
import { LargeChangeSetting } from './large-change-setting.tsx'
import { CloseDownCard } from './close-down-card.tsx'
import { AccountsPanel } from './sign-in/accounts-panel.tsx'
import { CardModule } from './sign-in/card-module.tsx'
import { CardPanel } from './sign-in/card-panel.tsx'
import { IdleSetting, OwnPassphrase } from './sign-in/own-account.tsx'

export function SettingsScreen({ rebuild }: { readonly rebuild: () => void }) {
  const { profile, station, store } = useDesk()
  const { role } = useActor()
  useKeys({ Escape: goBack })
  return (
    <div className="screen">
      <PrinterSettings />
      {permits(role, 'manage-users') ? (
        <>
          <AccountsPanel />
          <CardModule />
          <CloseDownCard />
        </>
      ) : null}
      {permits(role, 'read-trail') ? (
        <Card size="small" className="block" title={words.trail.title}>
          <Button onClick={() => goTo({ screen: 'trail' })}>{words.trail.open}</Button>
        </Card>
      ) : null}
      {permits(role, 'read-trail') || permits(role, 'remove-expired') ? (
        <Card size="small" className="block" title={words.duties.retention.title}>
          <Button onClick={() => goTo({ screen: 'retention' })}>{words.duties.retention.open}</Button>
        </Card>
      ) : null}
      <OwnPassphrase />
      <CardPanel />
      <IdleSetting />
      {permits(role, 'take-large-change') ? <LargeChangeSetting /> : null}
      <SilenceSetting />
      <Card size="small" className="block" title={words.settings.store}>
        <p>{words.gone.explain}</p>
        <Button onClick={rebuild}>{words.settings.rebuild}</Button>
      </Card>
      <Card size="small" title={words.settings.about}>
        <Descriptions
          size="small"
          column={1}
          items={[
            { key: 'station', label: '派出所', children: `${station.name}（${station.code}）` },
            { key: 'desk', label: '本机编号', children: profile.device },
            { key: 'city', label: '市局地址', children: profile.cityAddress || words.none },
            {
              key: 'version',
              label: '版本',
              children: `户政台 ${profile.appVersion}，Electron ${profile.electronVersion}`,
            },
            { key: 'folder', label: '数据文件夹', children: profile.dataFolder },
            {
              key: 'seal',
              label: words.accounts.sealedWith,
              children: `${words.accounts.suites[profile.seal.suite]}，${words.accounts.keystore[`${profile.seal.keystore}`]}`,
            },
            { key: 'database', label: '本机数据库', children: store.database.name },
          ]}
        />
      </Card>
    </div>
  )
}

/** How far off this desk's printer prints, by millimetres; a test grid shows it, and nothing else is touched. */
function PrinterSettings() {
  const { printers, chosen } = usePrinters()
  const calibrations = useCalibrations()
  const save = useSaveSetting()
  const [grid, setGrid] = useState<Uint8Array>()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [kindId, setKindId] = useState(migrationCertificateSheet.id)
  const { form } = sheetKinds.find(({ id }) => id === kindId) ?? migrationCertificateSheet
  const calibration = calibrationOf(calibrations, chosen, form)
  const put = (part: Partial<Calibration>) => {
    const next = { ...calibrations, [calibrationName(chosen, form)]: { ...calibration, ...part } }
    return save(calibrationSetting, JSON.parse(JSON.stringify(next)) as Parameters<typeof save>[1])
  }
  const printGrid = async () => {
    const definition = alignmentGrid(form, calibration, chosen)
    const pdf = await renderPdf(definition)
    if (!pdf.ok) return setRefusals(pdf.refusals)
    setGrid(pdf.value)
    const sent = await sendToPrinter(pdf.value, definition, chosen, { kind: 'calibration' })
    setRefusals(sent.ok ? [] : sent.refusals)
  }
  return (
    <Card size="small" className="block" title={words.settings.printer}>
      <Refusals refusals={refusals} />
      <Space wrap>
        <Select
          aria-label={words.case.printer}
          style={{ width: 320 }}
          value={chosen || null}
          options={printers.map(({ name, label }) => ({ value: name, label }))}
          onChange={(name: string) => void save(printerSetting, name)}
        />
        <Select
          aria-label={words.settings.form}
          style={{ width: 160 }}
          value={kindId}
          options={sheetKinds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setKindId}
        />
        <span>{words.settings.offsetX}</span>
        <InputNumber
          aria-label={words.settings.offsetX}
          min={-30}
          max={30}
          step={0.5}
          value={calibration.offsetX}
          onChange={(offsetX) => void put({ offsetX: offsetX ?? 0 })}
        />
        <span>{words.settings.offsetY}</span>
        <InputNumber
          aria-label={words.settings.offsetY}
          min={-30}
          max={30}
          step={0.5}
          value={calibration.offsetY}
          onChange={(offsetY) => void put({ offsetY: offsetY ?? 0 })}
        />
        <Button disabled={chosen === ''} onClick={() => void printGrid()}>
          {words.settings.grid}
        </Button>
        <Button onClick={() => void put(noCalibration)}>{words.settings.reset}</Button>
      </Space>
      {grid ? <PaperPreview pdf={grid} /> : null}
    </Card>
  )
}
