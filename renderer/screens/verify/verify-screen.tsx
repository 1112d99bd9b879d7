import { Alert, Button, Card, Descriptions, Input, InputNumber, Space, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ResponseOf } from '../../../shared/ipc/channels.ts'
import { sheetOfKeyInWords } from '../../../shared/cases/sheet-steps/sheet-kind.ts'
import { judgeProof, verdictNames, type JudgedProof } from '../../../shared/proof/judge-proof.ts'
import type { SheetRecord } from '../../../shared/register/record.ts'
import { today, useDesk } from '../../desk/desk.tsx'
import { goBack, goTo } from '../../session/session.ts'
import { station as machine } from '../../station.ts'
import { dayAndTimeInChina } from '../../ui/clock-time.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { words } from '../../words/index.ts'
import { CameraScanner } from './camera-scanner.tsx'
import { codeInPicture } from './read-code.ts'
import { NamedInput } from '../../ui/named-input.tsx'

const text = words.proof

type Known = ResponseOf<'proof.known'>

/** Is this certificate what it says? Checked without a line, against what this station knows, and it says how old that is. */
export function VerifyScreen() {
  const { store } = useDesk()
  const [known, setKnown] = useState<Known>()
  const [code, setCode] = useState('')
  const [digits, setDigits] = useState('')
  const [persons, setPersons] = useState<number | null>(null)
  const [issuedOn, setIssuedOn] = useState('')
  const [said, setSaid] = useState('')
  const file = useRef<HTMLInputElement>(null)
  useKeys({ Escape: goBack })
  useEffect(() => {
    void machine.call('proof.known', {}).then(setKnown)
  }, [])
  const judged =
    known && code.trim() !== ''
      ? judgeProof({
          text: code,
          known: {
            own: known.own,
            cityKey: known.lists?.cityKey,
            keys: known.lists?.keys ?? [],
            voided: known.lists?.voided ?? {},
          },
          today: today(),
          sheetOf: (key) => sheetWithKey(store.register.find(key)),
          paper: {
            digits: digits || undefined,
            persons: persons ?? undefined,
            issuedOn: issuedOn || undefined,
          },
        })
      : undefined
  const readPicture = async (picture: File) => {
    const found = await codeInPicture(picture)
    setSaid(found === undefined ? text.noCode : '')
    if (found !== undefined) setCode(found)
  }
  return (
    <div className="two screen">
      <Card size="small" title={text.title}>
        <Space orientation="vertical" style={{ width: '100%' }}>
          <Input.TextArea
            autoFocus
            aria-label={text.hint}
            placeholder={text.hint}
            autoSize={{ minRows: 4, maxRows: 8 }}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <input
            ref={file}
            type="file"
            accept="image/*"
            hidden
            aria-label={text.picture}
            onChange={(event) => {
              const [picture] = event.target.files ?? []
              if (picture) void readPicture(picture)
              event.target.value = ''
            }}
          />
          <Space align="start">
            <Button onClick={() => file.current?.click()}>{text.picture}</Button>
            <CameraScanner found={setCode} />
          </Space>
          {said ? <Alert type="warning" role="alert" title={said} /> : null}
          <p className="quiet">{text.paper}</p>
          <Space wrap>
            <Input
              aria-label={text.digits}
              placeholder={text.digits}
              style={{ width: 160 }}
              maxLength={8}
              value={digits}
              onChange={(event) => setDigits(event.target.value.replaceAll(/\D/g, ''))}
            />
            <InputNumber
              aria-label={text.persons}
              placeholder={text.persons}
              min={1}
              max={99}
              value={persons}
              onChange={setPersons}
            />
            <NamedInput
              name={text.issuedOn}
              style={{ width: 240 }}
              value={issuedOn}
              tell={(value) => setIssuedOn(value.trim())}
            />
          </Space>
          <p className="quiet" data-list-age>
            {text.listAge(known?.fetchedAt ? text.fetched(dayAndTimeInChina(known.fetchedAt)) : text.never)}
          </p>
        </Space>
      </Card>
      <div>{judged ? <Verdict judged={judged} /> : null}</div>
    </div>
  )
}

function sheetWithKey(
  record: ReturnType<ReturnType<typeof useDesk>['store']['register']['find']>,
): SheetRecord | undefined {
  return record?.kind === 'certificate' || record?.kind === 'move-in-permit' ? record : undefined
}

const tones = { valid: 'success', expired: 'warning', void: 'error', replaced: 'error' } as const

function Verdict({ judged: { verdict, reason, proof, replacedBy } }: { readonly judged: JudgedProof }) {
  const tone = verdict in tones ? tones[verdict as keyof typeof tones] : 'error'
  return (
    <Card
      size="small"
      title={
        <Tag color={tone} data-verdict={verdict} style={{ fontSize: 16, padding: '4px 12px' }}>
          {verdictNames[verdict]}
        </Tag>
      }
    >
      <Alert type={tone} role="status" title={reason} />
      {proof ? (
        <Descriptions
          size="small"
          column={1}
          title={text.says}
          style={{ marginTop: 12 }}
          items={(Object.keys(text.fields) as (keyof typeof text.fields)[]).map((field) => ({
            key: field,
            label: text.fields[field],
            children: field === 'sheet' ? sheetOfKeyInWords(proof.sheet) : String(proof[field]),
          }))}
        />
      ) : null}
      {replacedBy ? (
        <Button type="link" onClick={() => goTo({ screen: 'certificates', query: replacedBy.slice(-8) })}>
          {text.replacedBy} {replacedBy.slice(-8)}
        </Button>
      ) : null}
    </Card>
  )
}
