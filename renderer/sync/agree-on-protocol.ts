import { oldestProtocol, protocolVersion, type Health, type Protocol } from '../../shared/sync/messages.ts'

/** The newest version of the wire that city and desk both speak; undefined when the city has left this desk behind. */
export function protocolWith({ protocols }: Pick<Health, 'protocols'>): Protocol | undefined {
  const { oldest, newest } = protocols ?? { oldest: oldestProtocol, newest: oldestProtocol }
  if (oldest > protocolVersion || newest < oldestProtocol) return undefined
  return newest >= protocolVersion ? protocolVersion : oldestProtocol
}
