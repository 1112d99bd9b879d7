import { makeWork, type Round, type Side } from '../made-actions.ts'

/** Each side alone in its page: two versions of one library do not share a page. */
const sides: Readonly<Record<string, () => Promise<Side>>> = {
  ours: async () => (await import('./our-desk.ts')).ourSide,
  rxdb: async () => (await import('../../peers/rxdb-desk.mjs')).rxdbSide,
  pouchdb: async () => (await import('../../peers/pouchdb-desk.mjs')).pouchSide,
}

async function sideOf(name: string): Promise<Side> {
  const load = sides[name]
  if (!load) throw new Error(`no such side: ${name}`)
  return load()
}

/** Milliseconds of putting the work into the local store, and of sending it. */
async function play(name: string, round: Round) {
  const side = await sideOf(name)
  const { actions } = makeWork(round.seed, round.actions)
  const record = await side.record(round, actions)
  const push = await side.push(round)
  return { record, push }
}

async function settle(name: string, round: Round) {
  return (await sideOf(name)).settle?.(round)
}

async function fetchAll(name: string, round: Round) {
  return (await sideOf(name)).pull(round)
}

async function takeIn(name: string, round: Round) {
  return (await sideOf(name)).takeIn?.(round)
}

Object.assign(globalThis, { bench: { play, settle, fetchAll, takeIn } })
