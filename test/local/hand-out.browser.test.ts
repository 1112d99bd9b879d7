import { afterEach, expect, it } from 'vitest'
import { protocolVersion } from '../../shared/sync/messages.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { closeDesks, makeDesk } from './made-desk.ts'

afterEach(closeDesks)

it('a hand-out that says there is more and does not advance is left for later, not fetched for ever', async () => {
  const { store, station } = await makeDesk()
  let asked = 0
  const exchange = () => {
    asked += 1
    const body = JSON.stringify({ protocol: protocolVersion, actions: [], upTo: 0, more: true })
    return Promise.resolve({ kind: 'answer' as const, status: 200, contentType: 'application/json', body })
  }
  const pulled = await pullNew(store, { exchange }, station.code)
  expect(pulled.kind).toBe('retry')
  expect(asked).toBe(1)
})
