interface Lockfile {
  readonly packages: Readonly<Record<string, object>>
}
export function faultsOfLock(lock: Lockfile): string[]
