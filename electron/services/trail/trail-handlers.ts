import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { permits } from '../../../shared/people/role.ts'
import { verifyTrail } from '../../../shared/trail/trail-chain.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { mustProve } from '../accounts/accounts.ts'
import { saveExport } from '../files/save-file.ts'

const mostShown = 500

/** The inspector's view of the trail: read it, prove it, take it along with its proof. */
export function trailHandlers({
  session,
  trail,
  profile,
}: Desk): Pick<Handlers, 'trail.read' | 'trail.export'> {
  const forInspectors = async <Value>(
    work: (userId: string) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const user = session.current?.user
    if (user && permits(user.role, 'read-trail')) return work(user.id)
    await trail.note({ what: 'refused', userId: user?.id ?? 'nobody', code: 'not-allowed' })
    return refused({ code: 'not-allowed', message: '您的岗位不能查看操作记录，没有打开。' })
  }
  return {
    'trail.read': () =>
      forInspectors(async () => {
        const lines = await trail.lines()
        return accepted({ lines: lines.slice(-mostShown), proof: verifyTrail(lines) })
      }),
    'trail.export': () =>
      forInspectors(async (userId) => {
        if (!session.isFresh()) return refused(mustProve)
        await trail.note({ what: 'trail-exported', userId })
        const lines = await trail.lines()
        const proof = { device: profile.device, exportedAt: new Date().toISOString(), ...verifyTrail(lines) }
        const name = `操作记录-${profile.device}-${proof.exportedAt.slice(0, 10)}`
        const saved = await saveExport(profile.dataFolder, `${name}.jsonl`, utf8(`${lines.join('\n')}\n`))
        if (saved.outcome === 'saved')
          await saveExport(profile.dataFolder, `${name}-核对.json`, utf8(JSON.stringify(proof, null, 2)))
        return accepted(saved)
      }),
  }
}

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}
