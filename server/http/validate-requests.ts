import type { FastifySchemaCompiler } from 'fastify'
import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** What came, read by a schema: its value, or what is wrong with it. */
type Read = (asked: unknown) => {
  error?: FastifySchemaValidationError[]
  value?: unknown
}

interface ListReader {
  readonly name: string
  readonly readItem: Read
}

/**
 * Reads what comes by its schema, up to the first thing that is wrong: a list's length is looked at before its items, and no
 * item behind the first bad one. The provider's own way names everything, which of a body full of nonsense is millions of things.
 */
export const validateUpToFirst: FastifySchemaCompiler<z.core.$ZodType> = (route) => {
  const { schema } = route
  const readBy = (each: z.core.$ZodType) => validatorCompiler({ ...route, schema: each }) as Read
  if (!(schema instanceof z.ZodObject)) return readBy(schema)
  const outlines: Record<string, z.ZodType> = {}
  const lists: ListReader[] = []
  for (const [name, field] of Object.entries<z.ZodType>(schema.shape)) {
    const list = field instanceof z.ZodExactOptional ? field.unwrap() : field
    if (!(list instanceof z.ZodArray)) continue
    const outline = list.clone({ ...list.def, element: z.unknown() })
    outlines[name] = list === field ? outline : outline.exactOptional()
    lists.push({ name, readItem: readBy(list.element) })
  }
  return lists.length === 0 ? readBy(schema) : readInOrder(readBy(schema.extend(outlines)), lists)
}

function readInOrder(readOutline: Read, lists: readonly ListReader[]): Read {
  return (asked) => {
    const outline = readOutline(asked)
    if (outline.error) return outline
    const value = { ...(outline.value as Readonly<Record<string, unknown>>) }
    for (const { name, readItem } of lists) {
      const items: unknown = value[name]
      if (!Array.isArray(items)) continue
      const read: unknown[] = []
      for (const [place, item] of items.entries()) {
        const { error, value } = readItem(item)
        if (error) return { error: error.map((issue) => within(`/${name}/${place}`, issue)) }
        read.push(value)
      }
      value[name] = read
    }
    return { value }
  }
}

function within(place: string, issue: FastifySchemaValidationError): FastifySchemaValidationError {
  return { ...issue, instancePath: `${place}${issue.instancePath}` }
}
