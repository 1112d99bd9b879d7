import { must } from '../../shared/base/must.ts'
import { refused, type Outcome } from '../../shared/base/outcome.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import type { FontCut } from './fonts.ts'
import type { PaperAnswer, PaperRequest } from './paper-messages.ts'

/** Where papers come from in the window: one worker, started on first use and kept warm. */
type Question =
  | { readonly kind: 'prewarm' }
  | { readonly kind: 'render'; readonly definition: DocumentDefinition }
  | { readonly kind: 'missing-characters'; readonly text: string; readonly cut: FontCut }

interface PaperDesk {
  readonly worker: Worker
  readonly waiting: Map<number, (answer: PaperAnswer) => void>
}

let desk: PaperDesk | undefined
let lastId = 0

/** Loads the fonts in the background; call it when the counter is idle. Never throws: the first print tells. */
export async function prewarm(): Promise<void> {
  await ask({ kind: 'prewarm' })
}

/** The bytes of a paper, or a refusal in the clerk's words. */
export async function renderPdf(definition: DocumentDefinition): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const answer = await ask({ kind: 'render', definition })
  return answer.kind === 'rendered' ? answer.outcome : refused(couldNotRender)
}

/** The characters of a text that no paper could print, for telling the clerk while typing. */
export async function missingCharacters(text: string, cut: FontCut): Promise<readonly string[]> {
  const answer = await ask({ kind: 'missing-characters', text, cut })
  return answer.kind === 'missing' ? answer.characters : []
}

const couldNotRender = {
  code: 'paper-not-rendered',
  message:
    '这张纸没有排出来，因为排版程序或者字库没有装载成功。填写的内容都还在，请再试一次；仍然不行，请重新启动程序。',
}

async function ask(question: Question): Promise<PaperAnswer> {
  desk ??= openDesk()
  const { worker, waiting } = desk
  lastId += 1
  const request: PaperRequest = { ...question, id: lastId }
  return new Promise((resolve) => {
    waiting.set(request.id, resolve)
    worker.postMessage(request, { transfer: [] })
  })
}

function openDesk(): PaperDesk {
  const worker = new Worker(new URL('./paper.worker.ts', import.meta.url), { type: 'module', name: 'paper' })
  const waiting: PaperDesk['waiting'] = new Map()
  worker.addEventListener('message', (event: MessageEvent<PaperAnswer>) => {
    const resolve = must(waiting.get(event.data.id), 'the paper worker answered a question nobody asked')
    waiting.delete(event.data.id)
    resolve(event.data)
  })
  worker.addEventListener('error', (event) => closeDesk({ worker, waiting }, event.message))
  return { worker, waiting }
}

/** A worker that died answers nobody: everyone waiting is told, and the next question starts a new one. */
function closeDesk(broken: PaperDesk, reason: string): void {
  broken.worker.terminate()
  desk = undefined
  for (const [id, resolve] of broken.waiting) resolve({ id, kind: 'failed', reason })
  broken.waiting.clear()
}
