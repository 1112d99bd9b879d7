import { defineFields, type FactsOf } from '../fields.ts'

/** What is noted when a paper or an old base still shows another kind than that of a resident. */
export const fields = defineFields({
  household: { kind: 'household', label: '哪一户' },
  legacyType: { kind: 'code', label: '旧户口簿、底册上的户别', table: 'legacy-household-type' },
  seenOn: {
    kind: 'choice',
    label: '在哪里看到',
    choices: [
      { value: 'booklet', label: '群众手里的旧户口簿' },
      { value: 'base', label: '本所底册' },
      { value: 'import', label: '导入的旧数据' },
    ],
  },
  bookletExchanged: {
    kind: 'yesNo',
    label: '旧户口簿当场换成居民户口簿',
    asked: ({ seenOn }) => seenOn === 'booklet',
  },
})
export type UnificationFacts = FactsOf<typeof fields>
