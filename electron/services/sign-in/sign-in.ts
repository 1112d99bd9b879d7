import { join } from 'node:path'
import { argon2Verify } from 'hash-wasm'
import { z } from 'zod'
import type { SignInResult } from '../../../shared/ipc/station-channels.ts'
import { userSchema, type User } from '../../../shared/people/user.ts'
import { readJsonFile } from '../../disk/read-json-file.ts'
import { writeWholeFile } from '../../disk/write-whole-file.ts'
import { inTurn } from '../../disk/in-turn.ts'
import { attemptSchema, secondsToWait, type Attempt } from './waiting.ts'

/** A user with the encoded argon2id hash of their passphrase; never leaves the main process. */
export const userWithSecretSchema = userSchema.extend({
  passphraseHash: z.string().startsWith('$argon2id$'),
})
export type UserWithSecret = z.infer<typeof userWithSecretSchema>

const usersFileSchema = z.object({ users: z.array(userWithSecretSchema) })
const attemptsFileSchema = z.record(z.string(), attemptSchema)

/** Who may work at this desk. There are no built-in users and no built-in passphrases. */
export interface SignIn {
  users(): Promise<User[]>
  verify(userId: string, passphrase: string): Promise<SignInResult>
}

/** `now` gives milliseconds since 1970. Users lie in `users.json`, wrong tries in `attempts.json` of the data folder. */
export function openSignIn(dataFolder: string, now: () => number): SignIn {
  const attemptsPath = join(dataFolder, 'attempts.json')
  // One try at a time: tries sent all at once must not slip past the counter together.
  const next = inTurn()
  return {
    users: async () => (await readUsers(dataFolder)).map((user) => userSchema.parse(user)),
    verify: (userId, passphrase) =>
      next(async () => {
        const user = (await readUsers(dataFolder)).find((candidate) => candidate.id === userId)
        if (!user)
          return { outcome: 'refused', waitSeconds: 0, reason: '本机没有这个用户，未登录。请重新选择用户。' }
        const attempts = (await readJsonFile(attemptsPath, attemptsFileSchema)) ?? {}
        const keep = (attempt: Attempt) =>
          writeWholeFile(attemptsPath, JSON.stringify({ ...attempts, [userId]: attempt }))
        return verifyOne(user, passphrase, attempts[userId] ?? { wrong: 0, lastAt: 0 }, keep, now())
      }),
  }
}

export async function writeUsers(dataFolder: string, users: readonly UserWithSecret[]): Promise<void> {
  await writeWholeFile(join(dataFolder, 'users.json'), JSON.stringify({ users }, null, 2))
}

async function readUsers(dataFolder: string): Promise<UserWithSecret[]> {
  return (await readJsonFile(join(dataFolder, 'users.json'), usersFileSchema))?.users ?? []
}

async function verifyOne(
  user: UserWithSecret,
  passphrase: string,
  attempt: Attempt,
  keep: (attempt: Attempt) => Promise<void>,
  now: number,
): Promise<SignInResult> {
  const waitSeconds = secondsToWait(attempt, now)
  if (waitSeconds > 0) return { outcome: 'refused', waitSeconds, reason: mustWait(waitSeconds) }
  // Counted before it is looked at: pulling the plug in between does not give a free try.
  const counted = { wrong: attempt.wrong + 1, lastAt: now }
  await keep(counted)
  if (!(await isRight(passphrase, user.passphraseHash))) return wrong(counted, now)
  await keep({ wrong: 0, lastAt: now })
  return { outcome: 'welcome', user: userSchema.parse(user) }
}

async function isRight(password: string, hash: string): Promise<boolean> {
  return password !== '' && argon2Verify({ password, hash })
}

function wrong(attempt: Attempt, now: number): SignInResult {
  const waitSeconds = secondsToWait(attempt, now)
  const reason =
    waitSeconds > 0 ? `口令不对。${mustWait(waitSeconds)}` : '口令不对，未登录。请核对大小写后再输入。'
  return { outcome: 'refused', waitSeconds, reason }
}

function mustWait(seconds: number): string {
  return `多次输入不对，请等 ${seconds} 秒后再试。`
}
