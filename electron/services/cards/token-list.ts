/** A card that is in: the slot's own number, hexadecimal, and what the card says of itself. */
export interface Token {
  readonly slot: string
  readonly serial: string
  readonly label: string
}

/** Reads `pkcs11-tool --list-token-slots`: slots without a card, and cards that tell no serial number, are left out. */
export function tokensIn(output: string): readonly Token[] {
  return output.split(/^Slot \d+ /m).flatMap((part) => {
    const slot = /^\((0x[\da-f]+)\)/i.exec(part)?.[1]
    const serial = valueOf(part, 'serial num')
    const label = valueOf(part, 'token label')
    return slot && serial && /^[\dA-Za-z]{1,40}$/.test(serial) ? [{ slot, serial, label: label ?? '' }] : []
  })
}

/** Ids of the RSA public keys in `pkcs11-tool --list-objects --type pubkey`. */
export function rsaKeysIn(output: string): readonly string[] {
  return output.split(/^Public Key Object; /m).flatMap((part) => {
    const id = valueOf(part, 'ID')?.toLowerCase()
    return part.startsWith('RSA') && id && /^([\da-f]{2}){1,32}$/.test(id) ? [id] : []
  })
}

function valueOf(part: string, name: string): string | undefined {
  return new RegExp(`^\\s+${name}\\s*:\\s*(.*?)\\s*$`, 'm').exec(part)?.[1]
}
