import type { CipherSuite, SuiteName } from './cipher-suite.ts'
import { internationalSuite } from './international-suite.ts'
import { nationalSuite } from './national-suite.ts'

const suites: Readonly<Record<SuiteName, CipherSuite>> = {
  'aes-256-gcm': internationalSuite,
  'sm4-gcm': nationalSuite,
}

export function suiteNamed(name: SuiteName): CipherSuite {
  return suites[name]
}

export const suiteNames = ['aes-256-gcm', 'sm4-gcm'] as const satisfies readonly SuiteName[]
