import { afterEach, expect, it } from 'vitest'
import { protocolVersion } from '../../shared/sync/messages.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { must } from '../../shared/base/must.ts'
import { understandsMoreNow } from '../../renderer/local/after-upgrade.ts'
import { closeDesks, makeDesk, walk } from './made-desk.ts'
import { makeScriptedCity } from './scripted-city.ts'

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

it('a step of a newer program is kept, and waits for the upgrade that understands it', async () => {
  const { store, station } = await makeDesk()
  const city = makeScriptedCity()
  const [accept] = walk({ station })
  const ofTomorrow = { ...must(accept, 'a first step'), version: 2 }
  city.fileFromElsewhere(ofTomorrow)
  expect(await pullNew(store, city, station.code)).toEqual({ kind: 'complete', count: 1 })
  expect(await store.database.actions.get(ofTomorrow.id)).toBeDefined()
  const mark = `unapplied:${ofTomorrow.id}`
  expect((await store.database.meta.get(mark))?.value).toEqual(['newer-version'])
  expect(await understandsMoreNow(store)).toBe(false)
})

it('an upgrade that understands a kept step folds the journal anew, and only a complete one', async () => {
  const { store, station, journal } = await makeDesk()
  const city = makeScriptedCity()
  const accept = must(walk({ station })[0], 'a first step')
  city.fileFromElsewhere(accept)
  await pullNew(store, city, station.code)
  // As the program before the upgrade left it.
  await store.database.meta.put({ name: `unapplied:${accept.id}`, value: ['no-such-case-type'] })
  expect(await understandsMoreNow(store)).toBe(true)
  journal.fail('磁盘已满')
  await store.write(() => ({ kind: 'setting-saved', name: 'any', value: 1 }))
  expect(await understandsMoreNow(store)).toBe(false)
})
