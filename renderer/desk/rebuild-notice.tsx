import { Alert } from 'antd'
import type { Opening } from '../local/desk-store.ts'
import type { RebuildProof, TableCount } from '../local/rebuild.ts'
import { words } from '../words/index.ts'

const text = words.rebuild

/** What a rebuild proved: every table before and after, and whether the content is the same. */
export function RebuildNotice({
  proof,
  opening,
}: {
  readonly proof: RebuildProof
  readonly opening: Opening
}) {
  const replaced = proof.outcome === 'replaced'
  return (
    <Alert
      type={replaced ? 'success' : 'error'}
      role={replaced ? 'status' : 'alert'}
      closable
      data-rebuild={proof.outcome}
      title={replaced ? words.opening.rebuilt(opening.replayed, opening.total) : text.kept}
      description={
        <>
          <p>{proof.tables.map(inWords).join('；')}</p>
          <p>{digestInWords(proof)}</p>
        </>
      }
    />
  )
}

function inWords({ table, before, after, missing }: TableCount): string {
  const less = missing > 0 ? `（${text.missing(missing)}）` : ''
  return `${text.tables[table]} ${before ?? text.unreadable} → ${after}${less}`
}

/** The first sixteen digits tell two contents apart. */
function digestInWords({ digestBefore, digestAfter }: RebuildProof): string {
  const [before, after] = [digestBefore, digestAfter].map((digest) => digest?.slice(0, 16) ?? text.unreadable)
  return digestBefore !== undefined && digestBefore === digestAfter
    ? text.same(after ?? '')
    : text.different(before ?? '', after ?? '')
}
