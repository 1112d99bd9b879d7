import type { Counts } from './counting-proxy.ts'

/** One repetition of one side; times in milliseconds. */
export interface Measured {
  readonly side: string
  readonly store: string
  readonly record: number
  /** Until it was safe at the city, and from then until the verdicts were here: the peers judge nothing. */
  readonly push: number
  readonly settle: number | undefined
  /** Until it was safe at the desk, and from then until it stood in the register and the cases. */
  readonly pull: number
  readonly takeIn: number | undefined
  readonly up: Counts
  readonly down: Counts
}

/** Prints the medians of all sides, and ours over each peer's. */
export function tell(measured: readonly Measured[], actions: number, gzippedJson: number): void {
  const names = [...new Set(measured.map(nameOf))]
  const rows = names.map((name) =>
    medianRow(
      name,
      measured.filter((each) => nameOf(each) === name),
      actions,
    ),
  )
  console.log(
    `\n${actions} actions, median of ${measured.length / names.length}; the same as gzipped JSON: ${gzippedJson.toFixed(0)} bytes an action\n`,
  )
  console.table(
    Object.fromEntries(
      rows.map(({ name, up, judged, down, takenIn, bytesUp, bytesDown, requests, p95 }) => [
        name,
        {
          'up /s': Math.round(up),
          'judged /s': Math.round(judged),
          'down /s': Math.round(down),
          'taken in /s': Math.round(takenIn),
          'bytes up': Math.round(bytesUp),
          'bytes down': Math.round(bytesDown),
          'up : gzipped JSON': Number((bytesUp / gzippedJson).toFixed(2)),
          'down : gzipped JSON': Number((bytesDown / gzippedJson).toFixed(2)),
          requests,
          'p95 ms': Math.round(p95),
        },
      ]),
    ),
  )
  const ours = rows.filter(({ name }) => name.startsWith('ours'))
  for (const mine of ours)
    for (const peer of rows.filter(({ name }) => !name.startsWith('ours')))
      console.log(
        `${mine.name} : ${peer.name}   up ${(mine.up / peer.up).toFixed(1)} x   down ${(mine.down / peer.down).toFixed(1)} x`,
      )
}

const nameOf = ({ side, store }: Measured) => `${side} ${store}`

function medianRow(name: string, rounds: readonly Measured[], actions: number) {
  const of = (read: (round: Measured) => number) => median(rounds.map(read))
  return {
    name,
    up: actions / (of(({ push }) => push) / 1000),
    judged: actions / (of(({ push, settle = 0 }) => push + settle) / 1000),
    down: actions / (of(({ pull }) => pull) / 1000),
    takenIn: actions / (of(({ pull, takeIn = 0 }) => pull + takeIn) / 1000),
    bytesUp: of(({ up }) => up.bytesUp) / actions,
    bytesDown: of(({ down }) => down.bytesDown) / actions,
    requests: of(({ up, down }) => up.requests + down.requests),
    p95: of(({ up }) => up.p95),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
