import type { Permission } from '../people/role.ts'
import type { CaseStatus } from './case-file.ts'

/** Who decides, from below: the station's chief, the county bureau, the city bureau (公通字〔2021〕12号, clause 9). */
export const levels = ['station', 'county', 'city'] as const
export type Level = (typeof levels)[number]

interface LevelOfDecision {
  readonly step: string
  readonly status: CaseStatus
  readonly permission: Permission
  readonly name: string
  /** Whose opinion it is, as printed. */
  readonly office: string
  readonly returnStep: string
}

export const levelsOfDecision: Readonly<Record<Level, LevelOfDecision>> = {
  station: {
    step: 'approve',
    status: 'awaiting-approval',
    permission: 'approve-case',
    name: '批准',
    office: '派出所',
    returnStep: 'return',
  },
  county: {
    step: 'approveCounty',
    status: 'awaiting-county',
    permission: 'approve-county',
    name: '旗县区批准',
    office: '旗县区公安局',
    returnStep: 'returnFromCounty',
  },
  city: {
    step: 'approveCity',
    status: 'awaiting-city',
    permission: 'approve-city',
    name: '市局批准',
    office: '市公安局',
    returnStep: 'returnFromCity',
  },
}
