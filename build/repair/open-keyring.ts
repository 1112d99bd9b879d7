import { keyringPath, readKeyring, type Account } from '../../electron/services/keys/keyring-file.ts'
import { Keyring } from '../../electron/services/keys/keyring.ts'
import type { Keystore } from '../../electron/services/keys/keystore.ts'
import { plainRecoveryCode } from '../../electron/services/keys/recovery-code.ts'
import type { SuiteName } from '../../shared/seal/cipher-suite.ts'
import type { Finding } from './findings.ts'

/** The data key of the machine, or why it did not open. */
export type OpenedKeyring =
  | { readonly ok: true; readonly dataKey: Uint8Array; readonly suite: SuiteName; readonly finding: Finding }
  | { readonly ok: false; readonly finding: Finding }

/** Outside the program the system's keystore is not asked: where it holds half of the lock, the recovery sheet opens. */
const noKeystore: Keystore = {
  isThere: () => false,
  seal: () => {
    throw new Error('a repair seals nothing')
  },
  open: () => undefined,
}

const part = '钥匙'
/** Letters of a recovery code as it is meant. */
const recoveryLetters = 28

/** Opens the keyring with what was typed: the code of the recovery sheet, or the passphrase of anybody with an account. */
export async function openKeyring(dataFolder: string, typed: string): Promise<OpenedKeyring> {
  const file = await readKeyring(dataFolder).catch(() => 'damaged' as const)
  if (file === 'damaged')
    return failed(`钥匙文件损坏：${keyringPath(dataFolder)}。请勿删除，联系市局户政，用备份的钥匙文件。`)
  if (!file) return failed(`没有找到钥匙文件：${keyringPath(dataFolder)}。这里不是本程序的数据文件夹。`)
  const keyring = new Keyring(dataFolder, noKeystore, false)
  const dataKey = (await byRecovery(keyring, typed)) ?? (await byPassphrase(keyring, file.accounts, typed))
  if (!dataKey)
    return failed(
      file.machine === undefined
        ? '口令和恢复码都打不开。请对照恢复单再输一次。'
        : '打不开。这台机器的口令还要系统密钥库，在程序外面只有恢复单能打开，请对照恢复单再输一次。',
    )
  const people = file.accounts.length
  return {
    ok: true,
    dataKey,
    suite: file.suite,
    finding: { part, grade: 'sound', words: `打得开，${people} 个账号，算法 ${file.suite}` },
  }
}

function failed(words: string): OpenedKeyring {
  return { ok: false, finding: { part, grade: 'needs-person', words } }
}

async function byRecovery(keyring: Keyring, typed: string): Promise<Uint8Array | undefined> {
  return plainRecoveryCode(typed).length === recoveryLetters ? keyring.openByRecovery(typed) : undefined
}

async function byPassphrase(
  keyring: Keyring,
  accounts: readonly Account[],
  typed: string,
): Promise<Uint8Array | undefined> {
  for (const { id } of accounts) {
    const opened = await keyring.open(id, typed)
    if (opened.ok) return opened.dataKey
  }
  return undefined
}
