import { createRxDatabase } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'

/** RxDB with its Dexie storage against an HTTP endpoint, in batches of a thousand as its documentation has it. */
const batch = 1000

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    caseId: { type: 'string' },
    caseType: { type: 'string' },
    step: { type: 'string' },
    facts: { type: 'object', additionalProperties: true },
    by: { type: 'object', additionalProperties: true },
    station: { type: 'string' },
    device: { type: 'string' },
    at: { type: 'string' },
    base: { type: 'object', additionalProperties: true },
    version: { type: 'number' },
  },
}

async function openCollection(name) {
  const database = await createRxDatabase({
    name: `${name}-${crypto.randomUUID()}`,
    storage: getRxStorageDexie(),
    multiInstance: false,
  })
  const { actions } = await database.addCollections({ actions: { schema } })
  return actions
}

function replicate(collection, address, parts) {
  return replicateRxCollection({
    collection,
    replicationIdentifier: address,
    live: false,
    ...(parts.push
      ? {
          push: {
            batchSize: batch,
            handler: async (rows) => {
              const answer = await fetch(`${address}/push`, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(rows),
              })
              return answer.json()
            },
          },
        }
      : {}),
    ...(parts.pull
      ? {
          pull: {
            batchSize: batch,
            handler: async (checkpoint, limit) => {
              const answer = await fetch(`${address}/pull?after=${checkpoint?.seq ?? 0}&limit=${limit}`)
              return answer.json()
            },
          },
        }
      : {}),
  })
}

async function milliseconds(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function untilDone(state) {
  state.error$.subscribe((fault) => {
    throw fault
  })
  await state.awaitInitialReplication()
  await state.awaitInSync()
}

let sending

export const rxdbSide = {
  record: async (round, actions) => {
    sending = await openCollection(`rx${round.seed}`)
    return milliseconds(() => sending.bulkInsert(actions.map((action) => ({ ...action }))))
  },
  push: (round) =>
    milliseconds(() => untilDone(replicate(sending, `${round.address}/${round.seed}`, { push: true }))),
  pull: async (round) => {
    const collection = await openCollection(`rx${round.seed}in`)
    const took = await milliseconds(() =>
      untilDone(replicate(collection, `${round.address}/${round.seed}`, { pull: true })),
    )
    const count = await collection.count().exec()
    if (count !== round.actions) throw new Error(`RxDB fetched ${count} of ${round.actions}`)
    return took
  },
}
