/** What the driver says in words of a connection that is gone, does not open, or does not answer. */
const connectionAway =
  /^(?:Connection terminated.*|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error and is not queryable)$/

/**
 * The database is away or restarting (PostgreSQL classes 08, 53 and 57P), reads only because another has taken over (25006), or did
 * not come to a lock or an end in time (25P03, 40P01, 55P03, 57014).
 */
const databaseAway = /^(?:08\w{3}|53\w{3}|57P0\d|25006|25P03|40P01|55P03|57014)$/

/** A host that is not reached or has no name just now, a socket that does not open, or the journal's disk is full. */
const systemAway =
  /^(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND|ENOENT|EPIPE|ETIMEDOUT|ENOSPC|EDQUOT|EIO|EROFS)$/

const storeAway = [connectionAway, databaseAway, systemAway]

/** Whether a fault says that the store is away for now, and nothing about what was to be kept in it. */
export function isStoreAway(error: unknown): boolean {
  const said = codeOf(error) || messageOf(error)
  return storeAway.some((away) => away.test(said))
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The driver's own faults about the connection have a message and no code. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
