/** Short name of a desk from its random id: 'D' and four hexadecimal digits, enough for the desks of one station. */
export function deviceNameOf(deviceId: string): string {
  return `D${deviceId.replaceAll('-', '').slice(0, 4).toUpperCase()}`
}
