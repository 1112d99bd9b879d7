import { describe, expect, it } from 'vitest'
import { askedFacts, factsSchema } from '../../shared/cases/fields.ts'
import { caseTypes } from '../../shared/cases/registry.ts'

const named = caseTypes.map((caseType) => [caseType.id, caseType] as const)

describe('the checklist of materials', () => {
  it.each(named)(
    'of %s names each with its clause, whose it is and what may stand in for it',
    async (id, caseType) => {
      const seen = new Map<string, string>()
      for (const { name, facts } of caseType.examples) {
        for (const material of caseType.materials(askedFacts(caseType.fields, facts))) {
          const line = JSON.stringify(material)
          if (!seen.has(line)) seen.set(line, name)
        }
      }
      const lines = [...seen].map(([line, example]) => `${line} (${example})`)
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./said/${id}.materials.txt`)
    },
  )
})

describe('a wrong answer', () => {
  it.each(named)('in a form of %s is told by the field and what could be answered', (_id, caseType) => {
    for (const [name, field] of Object.entries(caseType.fields)) {
      const refused = factsSchema(caseType.fields).safeParse({ [name]: '不在其中' }).error?.issues[0]?.message
      if (field.kind === 'choice')
        expect(refused).toBe(
          `“${field.label}”只能选：${(field.choices ?? []).map(({ value }) => value).join('、')}。`,
        )
      if (field.kind === 'code' && field.table) expect(refused).toBe(`“${field.label}”里没有这个代码。`)
    }
  })
})
