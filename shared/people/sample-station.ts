/** Everybody at the made-up sample station signs in with it. A real station's package never uses it. */
export const samplePassphrase = '样例2026'
