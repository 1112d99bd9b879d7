import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut, overlapOf } from '../../renderer/screens/register/relations-layout.ts'
import type { RelationEdge, RelationNode, RelationsGraph } from '../../shared/statistics/relations-graph.ts'

/** A household as the picture shows most: its head in the middle, two parents above, a spouse beside, children below. */
function family(parents: readonly string[], spouse: boolean, children: readonly string[]): RelationsGraph {
  const node = (id: string, generation: number): RelationNode => ({ id, name: `样${id}`, generation })
  const edge = (from: string, relation: string): RelationEdge => ({
    from,
    to: 'head',
    relation,
    source: 'household',
  })
  return {
    centre: 'head',
    nodes: [
      ...parents.map((_, n) => node(`parent-${n}`, -1)),
      node('head', 0),
      ...(spouse ? [node('spouse', 0)] : []),
      ...children.map((_, n) => node(`child-${n}`, 1)),
    ],
    edges: [
      ...parents.map((relation, n) => edge(`parent-${n}`, relation)),
      ...(spouse ? [edge('spouse', '妻')] : []),
      ...children.map((relation, n) => edge(`child-${n}`, relation)),
    ],
  }
}

const families = fc
  .record({
    parents: fc.subarray(['父亲', '母亲']),
    spouse: fc.boolean(),
    children: fc.array(fc.constantFrom('长子', '次子', '长女', '其他孙子、孙女或外孙子、外孙女'), {
      maxLength: 6,
    }),
  })
  .map(({ parents, spouse, children }) => family(parents, spouse, children))

describe('the picture of somebody’s kin', () => {
  it('lets no label of a relation cover another, whatever the family', () => {
    fc.assert(
      fc.property(families, (graph) => {
        const labels = layOut(graph).edges.map(({ label }) => label)
        for (const [at, label] of labels.entries())
          for (const other of labels.slice(at + 1)) expect(overlapOf(label, other)).toBe(0)
      }),
    )
  })

  it('shows every relation, and everything inside the picture', () => {
    fc.assert(
      fc.property(families, (graph) => {
        const { width, height, edges, nodes } = layOut(graph)
        expect(edges).toHaveLength(graph.edges.length)
        expect(nodes).toHaveLength(graph.nodes.length)
        for (const { label } of edges) {
          expect(label.x - label.width / 2).toBeGreaterThanOrEqual(0)
          expect(label.x + label.width / 2).toBeLessThanOrEqual(width)
          expect(label.y + label.height / 2).toBeLessThanOrEqual(height)
        }
      }),
    )
  })
})
