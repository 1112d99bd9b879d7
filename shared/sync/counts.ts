/** The highest order, and the highest count of links or bundles, that a city's base holds (`integer` in PostgreSQL). */
export const highestCounted = 2_147_483_647
