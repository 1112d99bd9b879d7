import './global-object.ts'
import serifBoldUrl from '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf?url'
import serifUrl from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'
import sansUrl from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import { assertNever } from '../../shared/base/must.ts'
import { accepted } from '../../shared/base/outcome.ts'
import type { PaperAnswer, PaperRequest } from './paper-messages.ts'
import { createPdfEngine, type PdfEngine } from './pdf-engine.ts'
import { warmUpSheet } from './warm-up-sheet.ts'

/** Renders papers away from the window, so that typing never waits for a font of fifteen megabytes. */
let engine: Promise<PdfEngine> | undefined

self.addEventListener('message', (event: MessageEvent<PaperRequest>) => {
  void answer(event.data).then(send)
})

async function answer(request: PaperRequest): Promise<PaperAnswer> {
  try {
    return await answerWith(await warmEngine(), request)
  } catch (error) {
    return { id: request.id, kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

async function answerWith(paper: PdfEngine, request: PaperRequest): Promise<PaperAnswer> {
  const { id } = request
  switch (request.kind) {
    case 'prewarm':
      return { id, kind: 'warm' }
    case 'render': {
      const outcome = await paper.render(request.definition)
      return { id, kind: 'rendered', outcome: outcome.ok ? accepted(outcome.value.slice()) : outcome }
    }
    case 'missing-characters':
      return { id, kind: 'missing', characters: paper.missingCharacters(request.text, request.cut) }
    default:
      return assertNever(request)
  }
}

/** A failed start is forgotten, so that the next request tries again. */
async function warmEngine(): Promise<PdfEngine> {
  engine ??= startEngine().catch((error: unknown) => {
    engine = undefined
    throw error
  })
  return engine
}

async function startEngine(): Promise<PdfEngine> {
  const [serif, serifBold, sans] = await Promise.all([load(serifUrl), load(serifBoldUrl), load(sansUrl)])
  const started = createPdfEngine({ serif, serifBold, sans })
  await started.render(warmUpSheet)
  return started
}

async function load(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the font ${url} could not be read (${response.status})`)
  return new Uint8Array(await response.arrayBuffer())
}

function send(message: PaperAnswer): void {
  const transfer = message.kind === 'rendered' && message.outcome.ok ? [message.outcome.value.buffer] : []
  self.postMessage(message, { transfer })
}
