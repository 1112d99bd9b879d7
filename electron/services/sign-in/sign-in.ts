import { join } from 'node:path'
import { z } from 'zod'
import { passphraseFault } from '../../../shared/people/passphrase.ts'
import type { User } from '../../../shared/people/user.ts'
import { inTurn } from '../../disk/in-turn.ts'
import { readJsonFile } from '../../disk/read-json-file.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'
import type { OpenCard } from '../cards/card-binding.ts'
import { userOf, type HeldBySomebody, type Keyring, type Opened } from '../keys/keyring.ts'
import { attemptSchema, secondsToWait, type Attempt } from './waiting.ts'

const attemptsFileSchema = z.record(z.string(), attemptSchema)

/** What a try came to. `must-change`: the passphrase is right, and was somebody else's choice. */
export type Tried =
  | ({ readonly outcome: 'welcome'; readonly user: User; readonly dataKey: Uint8Array } & HeldBySomebody)
  | { readonly outcome: 'must-change'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly waitSeconds: number; readonly reason: string }

/** Who may work at this desk. There are no built-in users and no built-in passphrases. */
export interface SignIn {
  /** Those who can sign in now. */
  users(): Promise<User[]>
  /** Ids of those whose lock needs their card. */
  withCard(): Promise<string[]>
  /** With `newPassphrase` the right passphrase is changed to it first; `openCard` asks the person's card. */
  tryPassphrase(
    userId: string,
    passphrase: string,
    newPassphrase?: string,
    openCard?: OpenCard,
  ): Promise<Tried>
  /** The recovery sheet instead of a passphrase; the person gets the new one. */
  tryRecovery(userId: string, code: string, newPassphrase: string): Promise<Tried>
}

/** Wrong tries are counted in `attempts.json` of the data folder; the sheet in the safe has a counter of its own. */
const recoveryCounter = 'recovery-sheet'

/** `now` gives milliseconds since 1970. */
export function openSignIn(dataFolder: string, keyring: Keyring, now: () => number): SignIn {
  const attemptsPath = join(dataFolder, 'attempts.json')
  // One try at a time: tries sent all at once must not slip past the counter together.
  const next = inTurn()
  const counted = (counter: string, work: () => Promise<Tried>) =>
    next(async () => {
      const attempts = (await readJsonFile(attemptsPath, attemptsFileSchema)) ?? {}
      const keep = (attempt: Attempt) =>
        writeWholeFile(attemptsPath, JSON.stringify({ ...attempts, [counter]: attempt }))
      return tryCounted(attempts[counter] ?? { wrong: 0, lastAt: 0 }, keep, now(), work)
    })
  return {
    users: async () =>
      (await keyring.accounts()).filter(({ wrap, stoppedAt }) => wrap && !stoppedAt).map(userOf),
    withCard: async () =>
      (await keyring.accounts()).filter(({ wrap }) => wrap?.card !== undefined).map(({ id }) => id),
    tryPassphrase: (userId, passphrase, newPassphrase, openCard) =>
      counted(userId, async () => {
        const opened = await keyring.open(userId, passphrase, openCard)
        if (!opened.ok) return refusedBecause(opened.why)
        const user = userOf(opened.account)
        const welcome: Tried = {
          outcome: 'welcome',
          user,
          dataKey: opened.dataKey,
          ...(opened.card ? { card: opened.card } : {}),
          ...(opened.author ? { author: opened.author } : {}),
        }
        if (newPassphrase === undefined) {
          if (opened.account.mustChange) return mustChange
          return welcome
        }
        const fault =
          newPassphrase === passphrase ? '新口令和原来的一样。' : passphraseFault(newPassphrase, user)
        if (fault !== undefined) return { outcome: 'must-change', reason: fault }
        await keyring.setPassphrase(userId, newPassphrase, opened.dataKey, false, opened)
        return welcome
      }),
    tryRecovery: (userId, code, newPassphrase) =>
      counted(recoveryCounter, async () => {
        const account = (await keyring.accounts()).find(({ id }) => id === userId)
        if (!account) return refusedBecause('no-account')
        const fault = passphraseFault(newPassphrase, account)
        if (fault !== undefined) return { outcome: 'must-change', reason: fault }
        const dataKey = await keyring.openByRecovery(code)
        if (!dataKey) return refusedBecause('wrong-code')
        await keyring.settleAfterRecovery(userId, newPassphrase, dataKey)
        return { outcome: 'welcome', user: userOf(account), dataKey }
      }),
  }
}

const mustChange = {
  outcome: 'must-change',
  reason: '这是管理员给的口令，第一次登录请换成自己的。',
} as const

async function tryCounted(
  attempt: Attempt,
  keep: (attempt: Attempt) => Promise<void>,
  now: number,
  work: () => Promise<Tried>,
): Promise<Tried> {
  const waitSeconds = secondsToWait(attempt, now)
  if (waitSeconds > 0) return { outcome: 'refused', waitSeconds, reason: mustWait(waitSeconds) }
  // Counted before it is looked at: pulling the plug in between does not give a free try.
  const counted = { wrong: attempt.wrong + 1, lastAt: now }
  await keep(counted)
  const tried = await work()
  if (tried.outcome === 'refused') return withWait(tried.reason, secondsToWait(counted, now))
  await keep({ wrong: 0, lastAt: now })
  return tried
}

function withWait(reason: string, waitSeconds: number): Tried {
  return {
    outcome: 'refused',
    waitSeconds,
    reason: waitSeconds > 0 ? `${reason}${mustWait(waitSeconds)}` : reason,
  }
}

type Why = Extract<Opened, { ok: false }>['why'] | 'wrong-code'

const reasons: Readonly<Record<Why, string>> = {
  wrong: '口令不对，未登录。请核对大小写后再输入。',
  'no-account': '本机没有这个用户，未登录。请重新选择用户。',
  stopped: '这个账号已停用或还没有启用，未登录。请找站点管理员。',
  'keystore-changed':
    '本机系统的密钥库换过了（换了电脑、重装了系统或换了系统账号），口令打不开数据。请取保险柜里的恢复单，用恢复码登录。',
  'card-needed': '这个账号要插智能卡或 USB Key，并输入它的 PIN，未登录。',
  'card-missing': '没有找到您的智能卡或 USB Key，未登录。请插好再试；丢了请找站点管理员重给口令。',
  'card-wrong-pin': 'PIN 不对，未登录。请核对再输；错几次卡会锁住。',
  'card-locked': '卡已经锁住，未登录。请到发卡单位解锁，或者找站点管理员重给口令。',
  'card-failed': '智能卡没有打开本机的锁，未登录。请重新插卡再试；仍如此请找站点管理员。',
  'wrong-code': '恢复码不对，未登录。请对照恢复单再输入。',
}

export function refusedBecause(why: Why): Extract<Tried, { outcome: 'refused' }> {
  return { outcome: 'refused', waitSeconds: 0, reason: reasons[why] }
}

function mustWait(seconds: number): string {
  return `多次输入不对，请等 ${seconds} 秒后再试。`
}
