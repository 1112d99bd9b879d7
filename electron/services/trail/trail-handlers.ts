import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { permits } from '../../../shared/people/role.ts'
import { verifyTrail } from '../../../shared/trail/trail-chain.ts'
import type { Desk } from '../../desk.ts'
import type { Handlers } from '../../ipc/handlers.ts'
import { mustProve } from '../accounts/accounts.ts'
import { saveExport } from '../files/save-file.ts'
import { looksAt } from './looks.ts'

const mostShown = 500

/** The inspector's view of the trail: read it, prove it, take it along with its proof. */
export function trailHandlers({
  session,
  trail,
  profile,
  keyring,
}: Desk): Pick<Handlers, 'trail.read' | 'trail.export' | 'trail.looks'> {
  const forThoseWith = async <Value>(
    permission: keyof typeof mayNot,
    work: (userId: string) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const user = session.current?.user
    if (user && permits(user.role, permission)) return work(user.id)
    await trail.note({ what: 'refused', userId: user?.id ?? 'nobody', code: 'not-allowed' })
    return refused({ code: 'not-allowed', message: mayNot[permission] })
  }
  return {
    'trail.read': () =>
      forThoseWith('read-trail', async () => {
        const lines = await trail.lines()
        return accepted({ lines: lines.slice(-mostShown), proof: verifyTrail(lines) })
      }),
    'trail.export': () =>
      forThoseWith('read-trail', async (userId) => {
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
    'trail.looks': ({ record, household, request }) =>
      forThoseWith('give-own-record', async (userId) => {
        await trail.note({ what: 'own-record-given', userId, record, request })
        const accounts = await keyring.accounts()
        return accepted(looksAt(await trail.lines(), [record, household], accounts))
      }),
  }
}

const mayNot = {
  'read-trail': '您的岗位不能查看操作记录，没有打开。',
  'give-own-record': '您的岗位不能提供本人信息记录，没有制单。请户籍民警或所长办理。',
} as const

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}
