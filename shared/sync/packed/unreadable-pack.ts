/** The bytes are not a pack, or one that swells beyond all measure. */
export class UnreadablePack extends Error {
  override readonly name = 'UnreadablePack'
}
