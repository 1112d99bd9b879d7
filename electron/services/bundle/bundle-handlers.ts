import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { BrowserWindow, dialog, type WebContents } from 'electron'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import type { RequestOf, ResponseOf } from '../../../shared/ipc/channels.ts'
import { permits } from '../../../shared/people/role.ts'
import { mostBundleFileBytes } from '../../../shared/sync/bundle-file.ts'
import type { StationBundle } from '../../../shared/sync/bundle.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { mustProve } from '../accounts/accounts.ts'
import { machineReportOf, takeReportAnswer } from '../line/report-machine.ts'
import { userKeysReportOf } from '../line/report-user-keys.ts'
import type { ForSomebody } from '../session/for-somebody.ts'
import type { OpenSession } from '../session/session.ts'
import { hereOf } from '../signing/author-handlers.ts'
import { sealWithScans } from './scans-on-stick.ts'
import { openFromCity } from './seal-for-city.ts'
import { dropUnnamed, giveItsName, writeUnnamed, type UnnamedFile } from './stick-file.ts'

/** What lies on the stick without a name, until the counter has marked what it carries. */
interface Unfinished {
  readonly file: UnnamedFile
  readonly n: number
  readonly actions: number
  readonly scans: number
}

/** The stick: bundles out, the city's answers in. */
export function bundleHandlers(
  desk: Desk,
  forSomebody: ForSomebody,
): Pick<Handlers, 'bundle.write' | 'bundle.finish' | 'bundle.open'> {
  const state: { unfinished?: Unfinished } = {}
  const whoMay = async <Value>(
    { user }: OpenSession,
    work: () => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    if (!permits(user.role, 'carry-bundle')) {
      await desk.trail.note({ what: 'refused', userId: user.id, code: 'not-allowed' })
      return refused(mayNot)
    }
    return desk.session.isFresh() ? work() : refused(mustProve)
  }
  return {
    'bundle.write': ({ scans: digests, ...request }, page) =>
      forSomebody((open) =>
        whoMay<ResponseOf<'bundle.write'>>(open, async () => {
          const content = await contentOf(desk, open, request)
          const sealed = await sealWithScans(open.secrets, open.attachments, content, digests)
          if (!sealed.ok) return sealed
          const { file, scans, lost } = sealed.value
          const path = await askWhere(page, fileNameOf(desk, request.n))
          if (path === undefined) return accepted({ outcome: 'cancelled' })
          const written = await writeUnnamed(path, file)
          if (!written.ok) return accepted({ outcome: 'failed', reason: written.refusals[0]?.message ?? '' })
          const actions = request.messages.reduce((sum, message) => sum + message.actions.length, 0)
          state.unfinished = { file: written.value, n: request.n, actions, scans: scans.length }
          return accepted({ outcome: 'written', name: basename(path), scans, lost })
        }),
      ),
    'bundle.finish': ({ keep }) =>
      forSomebody(async ({ user }) => {
        const { unfinished } = state
        delete state.unfinished
        if (!unfinished) return refused(bundleLost)
        const { file, n, actions, scans } = unfinished
        if (!keep) {
          await dropUnnamed(file)
          return accepted({})
        }
        const named = await giveItsName(file)
        if (!named.ok) return named
        const carried = { n, actions, ...(scans > 0 ? { scans } : {}) }
        await desk.trail.note({ what: 'bundle-written', userId: user.id, ...carried })
        return accepted({})
      }),
    'bundle.open': (_request, page) =>
      forSomebody((open) =>
        whoMay<ResponseOf<'bundle.open'>>(open, async () => {
          const path = await askWhich(page)
          if (path === undefined) return accepted({ outcome: 'cancelled' })
          const file = await readBounded(path)
          if (!file.ok) return file
          const answer = await openFromCity(open.secrets, file.value, hereOf(desk, open))
          if (!answer.ok) return answer
          const { n, madeAt, verdicts, handedOut, report, leases, attachments } = answer.value
          const taken = await takeReportAnswer(desk, open, report, madeAt)
          if (!taken.ok) return taken
          const { id: userId } = open.user
          await desk.trail.note({ what: 'bundle-answered', userId, n, verdicts: verdicts.length })
          const opened = { outcome: 'opened' as const, n, madeAt, verdicts, handedOut }
          return accepted({
            ...opened,
            ...(leases ? { leases } : {}),
            ...(attachments ? { attachments } : {}),
          })
        }),
      ),
  }
}

const mayNot = {
  code: 'not-allowed',
  message: '您的岗位不能用U盘和市局交换，没有执行。请户籍民警或所长办理。',
}
const bundleLost = { code: 'bundle-lost', message: '要完成的导出已经不在了，没有执行。请重新导出。' }
const notReadable = { code: 'file-not-readable', message: '读不出这个文件，没有导入。请检查U盘是否插好。' }

async function contentOf(
  desk: Desk,
  open: OpenSession,
  request: Omit<RequestOf<'bundle.write'>, 'scans'>,
): Promise<StationBundle> {
  const madeAt = new Date().toISOString()
  const report = await machineReportOf(desk, open)
  const userKeys = await userKeysReportOf(desk, open)
  const signed = userKeys ? { userKeys } : {}
  return { ...hereOf(desk, open), ...request, madeAt, report, ...signed, parts: [] }
}

/** The station's short code, the machine and the number: what somebody with many sticks needs to tell them apart. */
function fileNameOf({ profile }: Desk, n: number): string {
  const station = profile.station?.code.slice(-6) ?? ''
  return `bundle-${station}-${profile.device}-${String(n).padStart(4, '0')}.hukou`
}

async function readBounded(path: string): Promise<Outcome<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > mostBundleFileBytes)
      return refused({ code: 'too-large', message: '这个文件太大，不是市局的回执，没有打开。' })
    return accepted(await readFile(path))
  } catch {
    return refused(notReadable)
  }
}

const kinds = [{ name: '户政台数据包', extensions: ['hukou'] }]

async function askWhere(page: WebContents, suggestedName: string): Promise<string | undefined> {
  const question = { title: '导出到U盘', defaultPath: suggestedName, filters: kinds }
  const window = BrowserWindow.fromWebContents(page)
  const answer = window
    ? await dialog.showSaveDialog(window, question)
    : await dialog.showSaveDialog(question)
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
}

async function askWhich(page: WebContents): Promise<string | undefined> {
  const question = { title: '导入市局的回执', properties: ['openFile' as const], filters: kinds }
  const window = BrowserWindow.fromWebContents(page)
  const answer = window
    ? await dialog.showOpenDialog(window, question)
    : await dialog.showOpenDialog(question)
  return answer.canceled ? undefined : answer.filePaths[0]
}
