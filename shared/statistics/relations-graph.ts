import { familyRelations, headOfHousehold } from '../codes/gbt4761-family-relation.ts'
import { residentKey, type Kin, type ResidentRecord } from '../people/resident.ts'
import type { RecordKey } from '../register/record.ts'
import { relationGroup } from './booklet-order.ts'
import type { RegisterExtract } from './register-extract.ts'

export const kinNames: Readonly<Record<Kin['relation'], string>> = {
  father: '父亲',
  mother: '母亲',
  spouse: '配偶',
  guardian: '监护人',
  adopter: '收养人',
  carer: '抚养人',
}

/** Somebody in the picture; without `personKey` somebody whom the station does not have. */
export interface RelationNode {
  readonly id: string
  readonly name: string
  readonly personKey?: RecordKey
  /** Rows of the picture: 0 with the person in the middle, negative above (parents), positive below (children). */
  readonly generation: number
}

/** What `from` is to `to`: 父亲, 妻… */
export interface RelationEdge {
  readonly from: string
  readonly to: string
  readonly relation: string
  /** From a record's own list of kin, or from the place in the household, where `to` is the head. */
  readonly source: 'kin' | 'household'
}

export interface RelationsGraph {
  readonly centre: string
  readonly nodes: readonly RelationNode[]
  readonly edges: readonly RelationEdge[]
}

/**
 * A person's relations as the register knows them: those named in the person's record, those who name the person, and
 * the members of the household by their relation to its head. Nothing is inferred from two relations at once.
 */
export function relationsOf(person: ResidentRecord, extract: RegisterExtract): RelationsGraph {
  const nodes = new Map<string, RelationNode>([[person.key, nodeOf(person, 0)]])
  const edges = new Map<string, RelationEdge>()
  const add = (node: RelationNode, edge: RelationEdge) => {
    if (!nodes.has(node.id)) nodes.set(node.id, node)
    const pair = [edge.from, edge.to].toSorted().join(' ')
    if (!edges.has(pair)) edges.set(pair, edge)
  }
  for (const kin of person.kin ?? []) addNamedKin(person, kin, extract, add)
  for (const child of extract.namedBy.get(person.key) ?? []) addWhoNames(person, child, add)
  addHousehold(person, extract, add)
  return { centre: person.key, nodes: [...nodes.values()], edges: [...edges.values()] }
}

type Add = (node: RelationNode, edge: RelationEdge) => void

function nodeOf({ key, name }: ResidentRecord, generation: number): RelationNode {
  return { id: key, name, personKey: key, generation }
}

function addNamedKin(person: ResidentRecord, kin: Kin, extract: RegisterExtract, add: Add): void {
  const known = kin.personId === undefined ? undefined : extract.personByKey.get(residentKey(kin.personId))
  const generation = kin.relation === 'spouse' ? 0 : -1
  const node = known
    ? nodeOf(known, generation)
    : { id: `outside:${kin.relation}:${kin.name}`, name: kin.name, generation }
  add(node, { from: node.id, to: person.key, relation: kinNames[kin.relation], source: 'kin' })
}

function addWhoNames(person: ResidentRecord, other: ResidentRecord, add: Add): void {
  for (const { relation, personId } of other.kin ?? []) {
    if (personId !== person.id) continue
    const node = nodeOf(other, relation === 'spouse' ? 0 : 1)
    add(node, { from: person.key, to: other.key, relation: kinNames[relation], source: 'kin' })
  }
}

function addHousehold(person: ResidentRecord, extract: RegisterExtract, add: Add): void {
  const household = extract.households.get(person.householdNumber)
  if (household?.householdKind === 'collective') return
  const members = extract.members.get(person.householdNumber) ?? []
  const head = members.find(({ relationToHead }) => relationToHead === headOfHousehold)
  if (!head) return
  const own = generationFromHead(person)
  for (const member of members) {
    if (member === head) continue
    const node = member === person ? nodeOf(head, -own) : nodeOf(member, generationFromHead(member) - own)
    add(node, {
      from: member.key,
      to: head.key,
      relation: familyRelations.name(member.relationToHead) ?? '亲属',
      source: 'household',
    })
  }
}

const generationOfGroup: Readonly<Record<string, number>> = { 子: 1, 女: 1, 孙辈: 2, 父母: -1, 祖辈: -2 }

function generationFromHead({ relationToHead }: ResidentRecord): number {
  return generationOfGroup[relationGroup(relationToHead)] ?? 0
}
