import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { AccountState } from '../../../shared/ipc/account-channels.ts'
import { passphraseFault } from '../../../shared/people/passphrase.ts'
import { permits } from '../../../shared/people/role.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { userOf } from '../keys/keyring.ts'
import type { Account } from '../keys/keyring-file.ts'
import type { OpenSession } from '../session/session.ts'

type AccountHandlers = Pick<
  Handlers,
  'accounts.list' | 'accounts.add' | 'accounts.reset' | 'accounts.stop' | 'accounts.renew-recovery'
>

/** The administrator's work: who may sign in here. Everything that changes somebody's access is on the trail. */
export function accountHandlers(desk: Desk): AccountHandlers {
  const { keyring, session, trail } = desk
  /** Asks for the administrator, and for a passphrase given a short while ago where something changes. */
  async function asAdministrator<Value>(
    changes: boolean,
    work: (open: OpenSession) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const open = session.current
    if (!open || !permits(open.user.role, 'manage-users')) {
      await trail.note({ what: 'refused', userId: open?.user.id ?? 'nobody', code: 'not-allowed' })
      return refused({ code: 'not-allowed', message: '只有站点管理员可以管理账号，没有执行。' })
    }
    if (changes && !session.isFresh()) return refused(mustProve)
    return work(open)
  }
  return {
    'accounts.list': () =>
      asAdministrator(false, async () => accepted({ accounts: (await keyring.accounts()).map(stateOf) })),
    'accounts.add': ({ firstPassphrase, ...person }) =>
      asAdministrator(true, async ({ user, dataKey }) => {
        const fault = passphraseFault(firstPassphrase, person)
        if (fault !== undefined) return refused({ code: 'weak-passphrase', message: `${fault}没有添加。` })
        const station = desk.profile.station?.code ?? user.station
        const added = await keyring.add({ ...person, station }, firstPassphrase, dataKey)
        await trail.note({ what: 'account-added', userId: user.id, account: added.id, role: added.role })
        return accepted({})
      }),
    'accounts.reset': ({ userId, firstPassphrase }) =>
      asAdministrator(true, async ({ user, dataKey }) => {
        const account = (await keyring.accounts()).find(({ id }) => id === userId)
        if (!account) return refused(noAccount)
        const fault = passphraseFault(firstPassphrase, account)
        if (fault !== undefined) return refused({ code: 'weak-passphrase', message: `${fault}没有启用。` })
        await keyring.setPassphrase(userId, firstPassphrase, dataKey, true)
        await trail.note({ what: 'account-enabled', userId: user.id, account: userId })
        return accepted({})
      }),
    'accounts.stop': ({ userId }) =>
      asAdministrator(true, async ({ user }) => {
        if (userId === user.id)
          return refused({ code: 'not-yourself', message: '不能停用自己的账号，没有执行。' })
        if (!(await keyring.stop(userId, new Date().toISOString()))) return refused(noAccount)
        await trail.note({ what: 'account-stopped', userId: user.id, account: userId })
        return accepted({})
      }),
    'accounts.renew-recovery': () =>
      asAdministrator(true, async ({ user, dataKey }) => {
        const recoveryCode = await keyring.renewRecovery(dataKey)
        await trail.note({ what: 'recovery-renewed', userId: user.id })
        return accepted({ recoveryCode })
      }),
  }
}

export const mustProve = {
  code: 'must-prove',
  message: '这一步要再输入一次口令，还没有执行。',
}
const noAccount = { code: 'no-account', message: '没有这个账号，没有执行。请刷新列表。' }

function stateOf(account: Account): AccountState {
  const user = userOf(account)
  if (account.stoppedAt !== undefined) return { ...user, state: 'stopped' }
  if (!account.wrap) return { ...user, state: 'waiting' }
  return { ...user, state: account.mustChange ? 'first-sign-in' : 'open' }
}
