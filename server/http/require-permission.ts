import type { RouteOptions } from 'fastify'

/** Stops the start for a route that nobody described or that does not say who may ask. */
export function requireSchemaAndPermission({ method, url, schema, config, onRequest }: RouteOptions): void {
  const name = `${String(method)} ${url}`
  if (!schema) throw new Error(`${name} has no schema`)
  if (!config?.permission) throw new Error(`${name} does not say who may ask`)
  if (config.permission === 'station' && !onRequest) throw new Error(`${name} lets in whoever comes`)
}
