import { must } from '../../../../shared/base/must.ts'
import type { LineAnswer, LinePort, MessageBody } from '../../../../renderer/sync/line-port.ts'
import { DeskStore } from '../../../../renderer/local/desk-store.ts'
import { Arrivals } from '../../../../renderer/sync/arrivals.ts'
import { readPages } from '../../../../renderer/sync/arrived-pages.ts'
import { makeAhead } from '../../../../renderer/sync/make-ahead.ts'
import { fetchNew, pullNew } from '../../../../renderer/sync/pull.ts'
import { pushAll } from '../../../../renderer/sync/push.ts'
import { settleKept } from '../../../../renderer/sync/settle-kept.ts'
import { protocolVersion } from '../../../../shared/sync/messages.ts'
import { packedType } from '../../../../shared/sync/packed-messages.ts'
import { madeCodec } from '../../../local/made-codec.ts'
import { importOf } from '../../../local/made-desk.ts'
import { makeMemoryJournal } from '../../../local/memory-journal.ts'
import { makeWork, type Round, type Side } from '../made-actions.ts'

/** The line as the desk's machine makes it (electron/services/line), from a page: bodies above 1 KiB go gzipped. */
function lineTo(address: string, token: string): LinePort {
  return {
    exchange: async (method, path, body): Promise<LineAnswer> => {
      const headers: Record<string, string> = {
        accept: `${packedType}, application/json`,
        authorization: `Bearer ${token}`,
      }
      const packed = body === undefined ? undefined : await gzip(body)
      if (packed)
        Object.assign(headers, {
          'content-type': typeof body === 'string' ? 'application/json; charset=utf-8' : packedType,
          'content-encoding': 'gzip',
        })
      const answer = await fetch(address + path, { method, headers, ...(packed ? { body: packed } : {}) })
      const contentType = answer.headers.get('content-type') ?? ''
      const isPacked = contentType.startsWith(packedType)
      const given = isPacked ? new Uint8Array(await answer.arrayBuffer()) : await answer.text()
      return { kind: 'answer', status: answer.status, contentType, body: given }
    },
  }
}

async function gzip(body: MessageBody): Promise<ArrayBuffer> {
  const packed = must(new Response(body).body, 'a body').pipeThrough(new CompressionStream('gzip'))
  return new Response(packed).arrayBuffer()
}

async function openDesk(round: Round, name: string) {
  const { station, records } = makeWork(round.seed, round.actions)
  const journal = makeMemoryJournal()
  const { store } = await DeskStore.open({
    codec: madeCodec,
    journal,
    name: `${name}-${round.seed}-${crypto.randomUUID()}`,
  })
  const imported = await store.write(() => importOf(station, records))
  if (!imported.ok) throw new Error(imported.refusals[0]?.message ?? 'the register did not go in')
  const sender = {
    station: station.code,
    device: 'D1',
    now: () => new Date().toISOString(),
    protocol: protocolVersion,
  }
  return { store, station, sender, line: lineTo(round.address, station.token) }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

type OpenDesk = Awaited<ReturnType<typeof openDesk>>
let sending: OpenDesk | undefined
let fetching: (OpenDesk & { readonly arrivals: Arrivals }) | undefined

/** Our own desk: sealed store, one writer, the pump's own push and pull. */
export const ourSide: Side = {
  record: async (round, actions) => {
    sending = await openDesk(round, 'sends')
    const { store, sender } = sending
    return milliseconds(async () => {
      for (const action of actions) {
        const written = await store.write(() => ({ kind: 'recorded', action }))
        if (!written.ok) throw new Error(written.refusals[0]?.message ?? 'not recorded')
      }
      // As the desk does for as long as there is no line.
      await makeAhead(store, sender)
    })
  },
  push: async () => {
    if (!sending) throw new Error('nothing was recorded')
    const { store, line, sender } = sending
    return milliseconds(async () => {
      const pushed = await pushAll(store, line, sender)
      if (pushed.kind === 'retry' || pushed.kind === 'stop') throw new Error(pushed.reason)
    })
  },
  settle: async () => {
    if (!sending) throw new Error('nothing was sent')
    const { store, station, line, sender } = sending
    const pull = () => pullNew(store, line, station.code)
    const push = () => pushAll(store, line, sender)
    const took = await milliseconds(async () => {
      let settled = await settleKept({ store, line, sender, pull, push })
      while (settled.kind === 'judging') settled = await settleKept({ store, line, sender, pull, push })
      if (settled.kind !== 'settled') throw new Error(settled.reason)
    })
    const open = await store.database.receipts.where('open').equals(1).count()
    const waiting = await store.database.outbox.count()
    if (open + waiting > 0) throw new Error(`${open} actions were refused, ${waiting} not answered`)
    store.close()
    return took
  },
  pull: async (round) => {
    fetching = { ...(await openDesk(round, 'fetches')), arrivals: new Arrivals() }
    const { store, station, line, arrivals } = fetching
    const took = await milliseconds(async () => {
      const fetched = await fetchNew(store, line, station.code, arrivals)
      if (fetched.kind !== 'complete') throw new Error(fetched.reason)
      if (fetched.count !== round.actions)
        throw new Error(`${fetched.count} of ${round.actions} actions came`)
    })
    // A program that ends here has them all the same.
    const pages = await readPages(store)
    const kept = pages.reduce((sum, { actions }) => sum + actions.length, 0)
    if (kept !== round.actions) throw new Error(`${kept} of ${round.actions} actions are on disk`)
    return took
  },
  takeIn: async (round) => {
    if (!fetching) throw new Error('nothing was fetched')
    const { store, arrivals } = fetching
    const took = await milliseconds(async () => {
      const taken = await arrivals.takeIn(store)
      // All that a new machine lacks changes more than may be changed without asking: the chief says yes at once.
      if (taken.kind === 'held-back') await arrivals.accept(store, taken.heldBack, () => undefined)
    })
    const count = await store.database.actions.count()
    if (count !== round.actions) throw new Error(`${count} of ${round.actions} actions were taken in`)
    store.close()
    return took
  },
}
