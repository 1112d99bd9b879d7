import { Alert, Button, Card, Modal, Select, Space, Table } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { AccountState } from '../../../shared/ipc/account-channels.ts'
import { roleNames, type Role } from '../../../shared/people/role.ts'
import { useActor, useDesk } from '../../desk/desk.tsx'
import { ensureProof } from '../../session/proof.ts'
import { station as machine, StationRefused } from '../../station.ts'
import { words } from '../../words/index.ts'
import { RecoverySheetPanel } from './recovery-sheet-panel.tsx'
import { NamedInput } from '../../ui/named-input.tsx'

const text = words.accounts.accounts

/** Who may sign in at this desk: added, enabled, given a first passphrase again, stopped at once. */
export function AccountsPanel() {
  const { station, profile } = useDesk()
  const { userId } = useActor()
  const [accounts, setAccounts] = useState<readonly AccountState[]>([])
  const [said, setSaid] = useState<{ readonly good: boolean; readonly text: string }>()
  const [first, setFirst] = useState('')
  const [recoveryCode, setRecoveryCode] = useState<string>()
  const reload = useCallback(
    () => machine.call('accounts.list', {}).then((answer) => setAccounts(answer.accounts)),
    [],
  )
  useEffect(() => {
    void machine.call('accounts.list', {}).then((answer) => setAccounts(answer.accounts))
  }, [])
  const act = async (work: () => Promise<unknown>) => {
    if (!(await ensureProof())) return
    try {
      await work()
      setSaid({ good: true, text: text.done })
      setFirst('')
      await reload()
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      setSaid({ good: false, text: fault.message })
    }
  }
  const renew = () =>
    act(async () => setRecoveryCode((await machine.call('accounts.renew-recovery', {})).recoveryCode))
  return (
    <Card
      size="small"
      className="block"
      title={text.title}
      extra={
        <Button size="small" onClick={() => void renew()}>
          {text.renew}
        </Button>
      }
    >
      {said ? <Alert type={said.good ? 'success' : 'error'} role="alert" closable title={said.text} /> : null}
      <Table<AccountState>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...accounts]}
        columns={[
          { title: text.name, dataIndex: 'name' },
          { title: text.role, render: (_, { role }) => roleNames[role] },
          { title: text.policeNumber, dataIndex: 'policeNumber' },
          { title: text.state, render: (_, { state }) => text.states[state] },
          {
            title: '',
            render: (_, { id, state }) => (
              <Space>
                <Button
                  size="small"
                  disabled={first === '' || id === userId}
                  onClick={() =>
                    void act(() => machine.call('accounts.reset', { userId: id, firstPassphrase: first }))
                  }
                >
                  {state === 'open' || state === 'first-sign-in' ? text.reset : text.enable}
                </Button>
                <Button
                  size="small"
                  danger
                  disabled={state === 'stopped' || id === userId}
                  onClick={() => void act(() => machine.call('accounts.stop', { userId: id }))}
                >
                  {text.stop}
                </Button>
              </Space>
            ),
          },
        ]}
      />
      <Space wrap style={{ marginTop: 8 }}>
        <NamedInput secret name={text.firstPassphrase} style={{ width: 220 }} value={first} tell={setFirst} />
        <AddAccount first={first} act={act} />
      </Space>
      <Modal open={recoveryCode !== undefined} footer={null} closable={false} destroyOnHidden>
        <RecoverySheetPanel
          code={recoveryCode ?? ''}
          stationName={station.name}
          device={profile.device}
          done={() => setRecoveryCode(undefined)}
        />
      </Modal>
    </Card>
  )
}

interface AddProps {
  readonly first: string
  readonly act: (work: () => Promise<unknown>) => Promise<void>
}

function AddAccount({ first, act }: AddProps) {
  const [name, setName] = useState('')
  const [policeNumber, setPoliceNumber] = useState('')
  const [role, setRole] = useState<Role>('officer')
  const add = () =>
    act(async () => {
      await machine.call('accounts.add', { name, role, policeNumber, firstPassphrase: first })
      setName('')
      setPoliceNumber('')
    })
  return (
    <>
      <NamedInput name={text.name} style={{ width: 140 }} value={name} tell={setName} />
      <Select
        aria-label={text.role}
        style={{ width: 140 }}
        value={role}
        onChange={(next: Role) => setRole(next)}
        options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
      />
      <NamedInput
        name={text.policeNumber}
        style={{ width: 120 }}
        value={policeNumber}
        tell={setPoliceNumber}
      />
      <Button disabled={name.trim() === '' || first === ''} onClick={() => void add()}>
        {text.add}
      </Button>
    </>
  )
}
