import { expect, it } from 'vitest'
import type { Checkpoint } from '../../shared/ipc/checkpoint-channels.ts'
import { takeCheckpointWhenDue } from '../../renderer/local/checkpoint.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import { madeCodec } from '../local/made-codec.ts'
import { makeDesk, record, walk } from '../local/made-desk.ts'

const cases = 400

/** From an empty database to an open one: the whole journal against the newest checkpoint and the rest. */
it(`a start from a checkpoint against a start from the journal's beginning, ${cases * 5} entries`, async () => {
  const desk = await makeDesk(cases)
  const { store, journal } = desk
  const held: Checkpoint[] = []
  const checkpoints = {
    keep: async (checkpoint: Checkpoint) => void held.push(checkpoint),
    last: async () => held.at(-1)?.n ?? 0,
    newest: async (below: number) => held.findLast(({ n }) => n < below),
  }
  const upTo = cases - 40
  for (let n = 0; n < upTo; n += 1) await record(store, walk(desk, n))
  const began = performance.now()
  await takeCheckpointWhenDue(store, checkpoints)
  const taking = performance.now() - began
  for (let n = upTo; n < cases; n += 1) await record(store, walk(desk, n))
  store.close()

  const open = async (more: object) => {
    const started = performance.now()
    const name = `bench-checkpoint-${crypto.randomUUID()}`
    const { store: opened, opening } = await DeskStore.open({ codec: madeCodec, journal, name, ...more })
    const took = performance.now() - started
    opened.close()
    return { took, replayed: opening.replayed }
  }
  const whole = await open({})
  const shorter = await open({ checkpoints })
  expect(whole.replayed).toBe(shorter.replayed + (held[0]?.n ?? 0))
  console.log(
    `\nwhole journal ${whole.took.toFixed(0)} ms (${whole.replayed} entries)   checkpoint and the rest ` +
      `${shorter.took.toFixed(0)} ms (${shorter.replayed} entries)   ratio ${(shorter.took / whole.took).toFixed(2)}   ` +
      `taking one ${taking.toFixed(0)} ms\n`,
  )
}, 600_000)
