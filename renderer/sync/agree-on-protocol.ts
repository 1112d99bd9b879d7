import {
  oldestProtocol,
  packedProtocol,
  protocolVersion,
  type Health,
  type Protocol,
} from '../../shared/sync/messages.ts'

/** What this desk speaks, newest first. */
const spoken: readonly Protocol[] = [protocolVersion, packedProtocol, oldestProtocol]

/** The newest version of the wire that city and desk both speak; undefined when the city has left this desk behind. */
export function protocolWith({ protocols }: Pick<Health, 'protocols'>): Protocol | undefined {
  const { oldest, newest } = protocols ?? { oldest: oldestProtocol, newest: oldestProtocol }
  return spoken.find((version) => version >= oldest && version <= newest)
}
