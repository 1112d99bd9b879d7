import { setTimeout as wait } from 'node:timers/promises'
import { buildApp } from '../../server/app.ts'
import { usualCapacity } from '../../server/http/admit-requests.ts'
import type { App } from '../../server/http/fastify-app.ts'
import type { City } from '../../server/city.ts'
import type { Database, Queries } from '../../server/database/database.ts'
import { openPostgresCity } from '../../server/open-city.ts'
import { takeBundle } from '../../server/bundle/take-bundle.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { must } from '../../shared/base/must.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { optionsOfTests } from '../server/city-under-test.ts'
import type { PostgresCluster } from '../server/postgres-cluster.ts'

/** A city on a real PostgreSQL behind a real port, whose process can end in the middle of a message. */
export class FuzzCity {
  address = ''
  #app: App | undefined
  #city: City | undefined
  #milliseconds = 0
  #statementsLeft = Number.POSITIVE_INFINITY
  /** Every other seed's city keeps what it is sent and judges later; the others judge at once. */
  #isBusy = false

  /** One with its tables and nothing in them. */
  #fresh: string | undefined
  #url: string | undefined

  constructor(private readonly cluster: PostgresCluster) {}

  get database(): Database {
    return this.#running.database
  }

  get #running(): City {
    if (!this.#city) throw new Error('the city is not running')
    return this.#city
  }

  async start(): Promise<void> {
    const city = await openPostgresCity(must(this.#url, 'a seed has begun'), {
      ...optionsOfTests,
      now: () => this.#now(),
    })
    this.#city = city
    this.#statementsLeft = Number.POSITIVE_INFINITY
    this.#app = await buildApp({
      city: { ...city, database: this.#mortal(city.database) },
      sample: true,
      capacity: {
        ...usualCapacity,
        mostAnsweredAtOnce: this.#isBusy ? 0 : usualCapacity.mostAnsweredAtOnce,
        betweenMessages: 5,
      },
    })
    this.address = await this.#app.listen({ host: '127.0.0.1', port: 0 })
  }

  /**
   * A seed's work begins at the same moment, in the same mood and on an empty database, however many were played before: a
   * seed that failed among others fails alone, too.
   */
  async beginSeed(seed: number): Promise<void> {
    await this.stop()
    this.#milliseconds = 0
    this.#isBusy = seed % 2 === 0
    this.#fresh ??= await this.#withTables()
    if (this.#url) await this.cluster.dropDatabase(this.#url)
    this.#url = await this.cluster.newDatabase(this.#fresh)
    await this.start()
  }

  async #withTables(): Promise<string> {
    const url = await this.cluster.newDatabase()
    const city = await openPostgresCity(url, optionsOfTests)
    await city.close()
    return url
  }

  /** Waits until nothing that it kept is left to judge, or it is dead: what comes next then meets the same city on every run. */
  async comesToRest(): Promise<void> {
    for (;;) {
      const kept = await this.#running.database.query('select 1 as one from inbox limit 1')
      if (kept.length === 0 || this.isDead) return
      await wait(2)
    }
  }

  /** One telling is older than the next, as in life; the hour is that of the tests. */
  #now(): string {
    this.#milliseconds += 1
    return new Date(Date.parse(instantOfTests) + this.#milliseconds).toISOString()
  }

  async publicKey(): Promise<string> {
    return algorithmNamed('ed25519').publicKeyOf(await this.#running.secretKey())
  }

  /**
   * The city's clerk takes a stick, and certifies its machine when it is new; the answer. Undefined when the bundle was
   * overtaken by a later one, or the city died over it.
   */
  async takeBundle(file: Uint8Array, certify: string): Promise<Uint8Array | undefined> {
    const city = { ...this.#running, database: this.#mortal(this.#running.database) }
    try {
      const taken = await takeBundle(city, file, { certify, reportFault: () => undefined })
      if (taken.ok) return taken.value.answer
      if (taken.refusals.some(({ code }) => code !== 'bundle-overtaken'))
        throw new Error(`the city turned a bundle away: ${taken.refusals[0]?.code}`)
    } catch (fault) {
      if (!this.isDead) throw fault
    }
    return undefined
  }

  /** The next transactions end for good after so many statements, as if the process were killed there. */
  killAfter(statements: number): void {
    this.#statementsLeft = statements
  }

  get isDead(): boolean {
    return this.#statementsLeft < 0
  }

  async stop(): Promise<void> {
    this.#app?.server.closeAllConnections()
    await this.#app?.close()
    await this.#city?.close()
    this.#app = undefined
    this.#city = undefined
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  #mortal(database: Database): Database {
    const wrap = (queries: Queries): Queries => ({
      query: (sql, parameters) => {
        this.#statement()
        return queries.query(sql, parameters)
      },
      script: (sql) => {
        this.#statement()
        return queries.script(sql)
      },
    })
    return {
      ...wrap(database),
      kind: database.kind,
      transaction: (work, committed) => database.transaction((queries) => work(wrap(queries)), committed),
      close: () => database.close(),
    }
  }

  #statement(): void {
    this.#statementsLeft -= 1
    if (this.#statementsLeft < 0) throw new Error('the process was killed here')
  }
}
