import { z } from 'zod'

/** What a list of people is taken out of the program for. */
export const exportReasons = {
  'periodic-report': '报表、月报年报',
  'superior-request': '上级机关书面调取',
  checking: '本所核对',
  archive: '归档',
} as const
export type ExportReason = keyof typeof exportReasons
export const exportReasonSchema = z.enum(Object.keys(exportReasons) as [ExportReason, ...ExportReason[]])

/** What a paper or file leaves the program for; ids only, no name and no number. */
export const paperReasonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), caseId: z.string().min(1).max(100) }),
  /** The own record of this person, who asked for it. */
  z.strictObject({ kind: z.literal('own-record'), record: z.string().startsWith('person:').max(100) }),
  z.strictObject({ kind: z.literal('export'), reason: exportReasonSchema }),
  z.strictObject({ kind: z.literal('calibration') }),
  z.strictObject({ kind: z.literal('recovery-sheet') }),
])
export type PaperReason = z.infer<typeof paperReasonSchema>

const kindNames = {
  case: '案件',
  'own-record': '本人信息记录',
  export: '导出',
  calibration: '打印校准',
  'recovery-sheet': '恢复单',
} as const satisfies Record<PaperReason['kind'], string>

/** The reason as a line of the trail tells it. */
export function paperReasonInWords(reason: PaperReason): string {
  const name = kindNames[reason.kind]
  if (reason.kind === 'export') return `${name}：${exportReasons[reason.reason]}`
  if (reason.kind === 'case') return `${name} ${reason.caseId}`
  return reason.kind === 'own-record' ? `${name} ${reason.record}` : name
}
