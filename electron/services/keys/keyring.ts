import { randomBytes, randomUUID } from 'node:crypto'
import { keyBytes, type SuiteName } from '../../../shared/seal/cipher-suite.ts'
import { practiceCost, workingCost, type Cost } from '../../../shared/seal/passphrase-key.ts'
import type { AuthorKey } from '../../../shared/proof/author-key.ts'
import { suiteNamed } from '../../../shared/seal/suites.ts'
import { userSchema, type User } from '../../../shared/people/user.ts'
import { inTurn } from '../../disk/in-turn.ts'
import type { Bound, OpenCard } from '../cards/card-binding.ts'
import type { Unsealed } from '../cards/smart-cards.ts'
import type { Keystore } from './keystore.ts'
import { readKeyring, writeKeyring, type Account, type KeyringFile } from './keyring-file.ts'
import { newRecoveryCode, plainRecoveryCode } from './recovery-code.ts'
import { unwrapKey, wrapKey, type Locked, type Wrap } from './wrap-key.ts'

/** Somebody and the passphrase that shall open for them; without one the account waits to be enabled. */
export interface NewAccount {
  readonly user: User
  readonly passphrase?: string
  readonly mustChange: boolean
}

/** What opening an account came to. `keystore-changed`: the system's keystore does not know this machine any more. */
export type Opened =
  | ({ readonly ok: true; readonly account: Account; readonly dataKey: Uint8Array } & HeldBySomebody)
  | { readonly ok: false; readonly why: WhyNotOpened }
type WhyNotOpened =
  | 'wrong'
  | 'no-account'
  | 'stopped'
  | 'keystore-changed'
  | 'card-needed'
  | Extract<Unsealed, { ok: false }>['why']

/** What one person alone has beside the machine's key: a card, and the secret half of an own signing key. */
export interface HeldBySomebody {
  readonly card?: Bound | undefined
  readonly author?: Uint8Array | undefined
}

/** A person's signing key as it is made. */
export interface MadeAuthorKey {
  readonly secret: Uint8Array
  readonly key: AuthorKey
}

/**
 * The machine's data key, locked once for each person. It is made here, never written in clear, and handed out only for
 * a passphrase; changing a passphrase locks the same key anew and touches no data.
 */
export class Keyring {
  readonly #next = inTurn()
  readonly #cost: Cost

  constructor(
    private readonly dataFolder: string,
    private readonly keystore: Keystore,
    practice: boolean,
  ) {
    this.#cost = practice ? practiceCost : workingCost
  }

  async isSetUp(): Promise<boolean> {
    return (await readKeyring(this.dataFolder)) !== undefined
  }

  async accounts(): Promise<readonly Account[]> {
    return (await readKeyring(this.dataFolder))?.accounts ?? []
  }

  /** Which algorithms, and whether the system's keystore holds half of the lock. */
  async kind(): Promise<{ readonly suite: SuiteName; readonly keystore: boolean }> {
    const file = await readKeyring(this.dataFolder)
    return { suite: file?.suite ?? 'aes-256-gcm', keystore: file?.machine !== undefined }
  }

  /**
   * Makes the data key and the first accounts; the answer holds the code for the recovery sheet, shown once. `before`
   * seals what must lie ready: the keyring is written last, so that it tells that setting up was finished.
   */
  create(
    suite: SuiteName,
    accounts: readonly NewAccount[],
    before: (dataKey: Uint8Array) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ readonly recoveryCode: string; readonly dataKey: Uint8Array }> {
    return this.#next(async () => {
      if (await this.isSetUp()) throw new Error('this machine has a keyring already')
      const dataKey = randomBytes(keyBytes)
      const secret = this.keystore.isThere() ? randomBytes(keyBytes) : undefined
      const recoveryCode = newRecoveryCode()
      const bare: KeyringFile = {
        version: 1,
        suite,
        ...(secret ? { machine: this.keystore.seal(secret) } : {}),
        accounts: [],
      }
      const opened: Account[] = []
      for (const { user, passphrase, mustChange } of accounts) {
        const wrap = passphrase === undefined ? {} : { wrap: await this.#wrap(bare, { dataKey }, passphrase) }
        opened.push({ ...user, mustChange, ...wrap })
      }
      const recovery = await this.#recoveryWrap(bare, dataKey, recoveryCode)
      await before(dataKey)
      await writeKeyring(this.dataFolder, { ...bare, accounts: opened, recovery })
      return { recoveryCode, dataKey }
    })
  }

  /** `openCard` asks the person's card, where the lock has one. */
  async open(userId: string, passphrase: string, openCard?: OpenCard): Promise<Opened> {
    const file = await readKeyring(this.dataFolder)
    const account = file?.accounts.find(({ id }) => id === userId)
    if (!file || !account) return { ok: false, why: 'no-account' }
    if (account.stoppedAt !== undefined || !account.wrap) return { ok: false, why: 'stopped' }
    const secret = this.#machineSecret(file)
    if (account.wrap.withMachine && !secret) return { ok: false, why: 'keystore-changed' }
    const { card } = account.wrap
    if (card && !openCard) return { ok: false, why: 'card-needed' }
    const unsealed = card && openCard ? await openCard(card) : undefined
    if (unsealed && !unsealed.ok) return unsealed
    const suite = suiteNamed(file.suite)
    const locked = await unwrapKey(account.wrap, passphrase, suite, secret, unsealed?.secret)
    if (!locked) return { ok: false, why: 'wrong' }
    return {
      ok: true,
      account,
      ...locked,
      ...(card && unsealed ? { card: { binding: card, secret: unsealed.secret } } : {}),
    }
  }

  /**
   * Locks the data key anew for an account: a passphrase of the owner's own, or a first one from the administrator.
   * With a card the lock needs it as well; without one no card is asked for any more. The owner's signing key goes on
   * behind the new lock; whoever cannot open it (the administrator) leaves it out, and it is gone.
   */
  setPassphrase(
    userId: string,
    passphrase: string,
    dataKey: Uint8Array,
    mustChange: boolean,
    { card, author }: HeldBySomebody = {},
  ): Promise<boolean> {
    return this.#change(async (file) => {
      const account = file.accounts.find(({ id }) => id === userId)
      if (!account) return undefined
      const { stoppedAt: _again, ...rest } = account
      const wrap = await this.#wrap(file, { dataKey, author }, passphrase, card)
      return { ...file, accounts: replaced(file.accounts, { ...rest, wrap, mustChange }) }
    })
  }

  /** Puts a person's new signing key behind the lock that the passphrase opens, and its public part beside the account. */
  keepAuthorKey(
    userId: string,
    passphrase: string,
    { dataKey, card }: { readonly dataKey: Uint8Array; readonly card?: Bound | undefined },
    { secret, key }: MadeAuthorKey,
  ): Promise<boolean> {
    return this.#change(async (file) => {
      const account = file.accounts.find(({ id }) => id === userId)
      if (!account) return undefined
      const wrap = await this.#wrap(file, { dataKey, author: secret }, passphrase, card)
      const authorKeys = [...(account.authorKeys ?? []), key]
      return { ...file, accounts: replaced(file.accounts, { ...account, wrap, authorKeys }) }
    })
  }

  /** A new account with a first passphrase. */
  async add(user: Omit<User, 'id'>, passphrase: string, dataKey: Uint8Array): Promise<User> {
    const added: User = { id: randomUUID(), ...user }
    await this.#change(async (file) => {
      const wrap = await this.#wrap(file, { dataKey }, passphrase)
      return { ...file, accounts: [...file.accounts, { ...added, wrap, mustChange: true }] }
    })
    return added
  }

  /** Cuts somebody off: what locked the key for them is gone from the file. */
  stop(userId: string, at: string): Promise<boolean> {
    return this.#change(async (file) => {
      const account = file.accounts.find(({ id }) => id === userId)
      if (!account) return undefined
      const { wrap: _gone, ...rest } = account
      return { ...file, accounts: replaced(file.accounts, { ...rest, stoppedAt: at }) }
    })
  }

  /** Makes a new recovery code; the old sheet opens nothing from then on. */
  async renewRecovery(dataKey: Uint8Array): Promise<string> {
    const code = newRecoveryCode()
    await this.#change(async (file) => ({ ...file, recovery: await this.#recoveryWrap(file, dataKey, code) }))
    return code
  }

  /** The data key by the sheet in the safe; it needs no passphrase and not the old machine's keystore. */
  async openByRecovery(code: string): Promise<Uint8Array | undefined> {
    const file = await readKeyring(this.dataFolder)
    if (!file?.recovery) return undefined
    const recovered = await unwrapKey(
      file.recovery,
      plainRecoveryCode(code),
      suiteNamed(file.suite),
      undefined,
    )
    return recovered?.dataKey
  }

  /**
   * After a recovery on another machine or a lost keystore: a new machine secret, under which only `userId` has a lock.
   * The others get theirs from the administrator again, because nobody knows their passphrases.
   */
  settleAfterRecovery(userId: string, passphrase: string, dataKey: Uint8Array): Promise<boolean> {
    return this.#change(async (file) => {
      const account = file.accounts.find(({ id }) => id === userId)
      if (!account) return undefined
      const lost = file.machine !== undefined && this.#machineSecret(file) === undefined
      const settled = lost ? this.#newMachine(file) : file
      const { stoppedAt: _again, ...rest } = account
      const wrap = await this.#wrap(settled, { dataKey }, passphrase)
      return { ...settled, accounts: replaced(settled.accounts, { ...rest, wrap, mustChange: false }) }
    })
  }

  #newMachine({ machine: _old, ...file }: KeyringFile): KeyringFile {
    const accounts = file.accounts.map(({ wrap: _useless, ...account }) => account)
    if (!this.keystore.isThere()) return { ...file, accounts }
    return { ...file, accounts, machine: this.keystore.seal(randomBytes(keyBytes)) }
  }

  #machineSecret({ machine }: KeyringFile): Uint8Array | undefined {
    return machine === undefined ? undefined : this.keystore.open(machine)
  }

  #wrap(file: KeyringFile, locked: Locked, passphrase: string, card?: Bound): Promise<Wrap> {
    const locking = {
      suite: suiteNamed(file.suite),
      cost: this.#cost,
      machineSecret: this.#machineSecret(file),
      card,
    }
    return wrapKey(locked, passphrase, locking)
  }

  #recoveryWrap(file: KeyringFile, dataKey: Uint8Array, code: string): Promise<Wrap> {
    const locking = { suite: suiteNamed(file.suite), cost: this.#cost, machineSecret: undefined }
    return wrapKey({ dataKey }, plainRecoveryCode(code), locking)
  }

  /** False when there was nothing to change. */
  #change(work: (file: KeyringFile) => Promise<KeyringFile | undefined>): Promise<boolean> {
    return this.#next(async () => {
      const file = await readKeyring(this.dataFolder)
      const changed = file && (await work(file))
      if (!changed) return false
      await writeKeyring(this.dataFolder, changed)
      return true
    })
  }
}

/** The user of an account, without anything that locks or opens. */
export function userOf(account: Account): User {
  return userSchema.parse(account)
}

function replaced(accounts: readonly Account[], changed: Account): Account[] {
  return accounts.map((account) => (account.id === changed.id ? changed : account))
}
