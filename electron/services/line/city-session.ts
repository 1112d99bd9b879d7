import { session } from 'electron'
import type { ProxyFor } from './city-fetch.ts'

/**
 * The proxy that the system has set for an address, in Chromium's words ('DIRECT', 'PROXY host:port; DIRECT'). Asked of a
 * session of its own, in memory: the window's session may reach nothing but the program's own files.
 */
export const systemProxy: ProxyFor = (url) =>
  session.fromPartition('city-line', { cache: false }).resolveProxy(url)
