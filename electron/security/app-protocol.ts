import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol, session } from 'electron'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { mediaTypeOf } from './media-type.ts'
import { filePathOf } from './page-path.ts'

/** index.html holds this word wherever it needs the style nonce of the document being loaded. */
const nonceToken = '__STYLE_NONCE__'

/** Must run before the app is ready: makes app:// a secure origin of its own, with storage, fetch and workers. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the built page from `folder` and nothing else, each answer under the content security policy. */
export function serveAppProtocol(folder: string): void {
  session.defaultSession.protocol.handle('app', (request) => answer(folder, request))
}

async function answer(folder: string, request: Request): Promise<Response> {
  const file = request.method === 'GET' ? filePathOf(folder, request.url) : undefined
  const mediaType = file === undefined ? undefined : mediaTypeOf(file)
  if (file === undefined || mediaType === undefined) return nothingHere()
  try {
    const bytes = await readFile(file)
    const nonce = randomBytes(18).toString('base64')
    const body = mediaType.startsWith('text/html')
      ? bytes.toString('utf8').replaceAll(nonceToken, nonce)
      : new Uint8Array(bytes)
    return new Response(body, { headers: safeHeaders(mediaType, nonce) })
  } catch {
    return nothingHere()
  }
}

function nothingHere(): Response {
  return new Response('', { status: 404, headers: safeHeaders('text/plain; charset=utf-8', 'none') })
}

function safeHeaders(mediaType: string, nonce: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
