import type { Lease } from '../../shared/register/lease.ts'

/**
 * The blocks of a starting package as this machine takes them in. A block that names a machine is that machine's; one
 * that names nobody is the first machine's of a practice station and nobody's elsewhere: two machines that are set up
 * from copies of one package never draw one number before either has a line.
 */
export function takeFirstBlocks(
  leases: readonly Lease[],
  { device, firstBlocks }: { readonly device: string; readonly firstBlocks: boolean },
): Lease[] {
  return leases.map((lease) => (lease.device === '' && firstBlocks ? { ...lease, device } : lease))
}
