import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import type { MembershipFacts } from './fields.ts'

const booklet: Material = {
  id: 'collective-booklet',
  name: '集体户口簿（单位保管）和本人的户口页',
  citation: 'WR-18',
  from: 'resident',
  note: '由协管员带来或者本人借出；单位不给的，本所去取，不退人',
}

const unitLetter: Material = {
  id: 'steward-signature',
  name: '户主或者协管员的签字',
  citation: 'WR-15',
  from: 'resident',
}

const targetBooklet: Material = {
  id: 'target-booklet',
  name: '去的那一户的户口簿',
  citation: 'HR-19',
  from: 'resident',
}

export function materials(facts: MembershipFacts): Material[] {
  return [
    booklet,
    ...(facts.direction === 'leave' ? [targetBooklet] : [unitLetter]),
    ...personApplicantMaterials(facts),
  ]
}

export const forbidden = forbiddenFor()
