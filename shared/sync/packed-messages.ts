/** Content type of a packed body: the same message as in JSON, column by column. JSON stays for everybody else. */
export const packedType = 'application/vnd.hukou-desk.packed'

/** Values and characters that a station's message may come to (`unpack`); as JSON it may be 8 MiB. */
export const mostPackedUp = 8 * 1024 * 1024

/** What a desk is willing to read of one answer, counted in the same way. */
export const mostPackedDown = 32 * 1024 * 1024
