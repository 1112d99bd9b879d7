import type { Outcome } from '../../shared/base/outcome.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import type { FontCut } from './fonts.ts'

/** What the window asks of the paper worker; `id` pairs the answer with the question. */
export type PaperRequest =
  | { readonly id: number; readonly kind: 'prewarm' }
  | { readonly id: number; readonly kind: 'render'; readonly definition: DocumentDefinition }
  | { readonly id: number; readonly kind: 'missing-characters'; readonly text: string; readonly cut: FontCut }

export type PaperAnswer =
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'rendered'; readonly outcome: Outcome<Uint8Array<ArrayBuffer>> }
  | { readonly id: number; readonly kind: 'missing'; readonly characters: readonly string[] }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string }
