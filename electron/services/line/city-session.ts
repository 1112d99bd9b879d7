import { session } from 'electron'

/**
 * The only way out of this program. A session of its own, in memory: the window's session may reach nothing but the
 * program's own files, and nothing that the city sends is cached or kept as a cookie.
 */
export function cityFetch(url: string, options: RequestInit): Promise<Response> {
  return session.fromPartition('city-line', { cache: false }).fetch(url, options)
}
