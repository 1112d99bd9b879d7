import { Agent, fetch, ProxyAgent, type Dispatcher } from 'undici'
import type { Fetch } from './line.ts'

/** The proxy for an address, as Chromium says it. */
export type ProxyFor = (url: string) => Promise<string>

/** Whom the line believes, and by what the machine shows who it is; all PEM. */
export interface LineIdentity {
  /** The only authority whose certificates count; without it those that every Node program knows. */
  readonly authority?: string
  /** This machine's certificate and its key, once it is enrolled. */
  readonly certificate?: string
  readonly key?: string
}

/**
 * The only way out of this program: TLS 1.3 with the city's authority and this machine's certificate, through the
 * system's proxy where one is set. Chromium's own network cannot show a certificate that is not in the system's store,
 * and one that lies sealed with the machine's other secrets is safer than one that any program may use.
 */
export function cityFetchWith(
  identity: LineIdentity,
  proxyFor: ProxyFor,
): { fetch: Fetch; close: () => void } {
  const tls = {
    minVersion: 'TLSv1.3' as const,
    ...(identity.authority === undefined ? {} : { ca: identity.authority }),
    ...(identity.certificate === undefined ? {} : { cert: identity.certificate, key: identity.key }),
  }
  const ways = new Map<string, Dispatcher>()
  const wayThrough = (proxy: string | undefined): Dispatcher => {
    const known = ways.get(proxy ?? '')
    if (known) return known
    const way = proxy ? new ProxyAgent({ uri: proxy, requestTls: tls }) : new Agent({ connect: tls })
    ways.set(proxy ?? '', way)
    return way
  }
  return {
    fetch: async (url, options) => {
      const dispatcher = wayThrough(firstProxy(await proxyFor(url)))
      // The library's types and the platform's are the same interfaces from two sources.
      const answer = await fetch(url, { ...(options as object), dispatcher })
      return answer
    },
    close: () => {
      // What is under way comes to its end; only new questions go the new way.
      for (const way of ways.values()) void way.close()
    },
  }
}

/** The first HTTP proxy in what Chromium said; other kinds are not spoken here and count as none. */
export function firstProxy(said: string): string | undefined {
  const [first = ''] = said.split(';').map((way) => way.trim())
  const [kind, place] = first.split(/\s+/)
  if (place === undefined) return undefined
  return kind === 'PROXY' ? `http://${place}` : kind === 'HTTPS' ? `https://${place}` : undefined
}
