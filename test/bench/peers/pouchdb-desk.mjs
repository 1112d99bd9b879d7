import PouchDB from 'pouchdb'

/** PouchDB's own replication between its IndexedDB store and its own server, in batches of a thousand. */
const options = { batch_size: 1000, batches_limit: 2 }

async function milliseconds(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

let sending

export const pouchSide = {
  record: async (round, actions) => {
    sending = new PouchDB(`pouch-${round.seed}-${crypto.randomUUID()}`, { auto_compaction: false })
    return milliseconds(() => sending.bulkDocs(actions.map(({ id, ...rest }) => ({ _id: id, ...rest }))))
  },
  push: (round) =>
    milliseconds(async () => {
      const done = await sending.replicate.to(`${round.address}/actions-${round.seed}`, options)
      if (done.docs_written !== round.actions) throw new Error(`PouchDB sent ${done.docs_written}`)
    }),
  pull: async (round) => {
    const store = new PouchDB(`pouch-in-${round.seed}-${crypto.randomUUID()}`)
    return milliseconds(async () => {
      const done = await store.replicate.from(`${round.address}/actions-${round.seed}`, options)
      if (done.docs_written !== round.actions) throw new Error(`PouchDB fetched ${done.docs_written}`)
    })
  },
}
