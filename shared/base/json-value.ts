import { z } from 'zod'

export type JsonValue = z.core.util.JSONType
export type JsonObject = Record<string, JsonValue>

/**
 * An object of JSON values. The same as `z.record(z.string(), z.json())`, which tries seven kinds at every value; what
 * comes out of a parser is walked once here.
 */
export const jsonObjectSchema = z
  .custom<JsonObject>((value) => isObject(value) && Object.values(value).every(isJson))
  .meta({ type: 'object', additionalProperties: true })

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      return value === null || Object.values(value).every(isJson)
    default:
      return false
  }
}
