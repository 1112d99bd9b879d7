/** What a statement can be sent to: the database itself, or a transaction in it. */
export interface Queries {
  /** One statement with `$1`-parameters; json goes in as text with a cast. Rows come as the driver reads them. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Several statements without parameters, as a migration file holds them. */
  script(sql: string): Promise<void>
}

/** The city's store. Two kinds of the same thing: a PostgreSQL server, or one embedded in this process. */
export interface Database extends Queries {
  readonly kind: 'postgresql' | 'embedded'
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. `committed` is called at
   * once after the commit; on the embedded kind no other transaction comes in between, so its calls are in commit order.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, committed?: (result: T) => void): Promise<T>
  close(): Promise<void>
}
