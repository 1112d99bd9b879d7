const fewestCharacters = 8
/** From this length on, words alone are enough. */
const longEnough = 16
const fewestKinds = 3

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u, /\p{Lo}/u]

/** Why a new passphrase will not do, in the clerk's words; undefined when it will (GB/T 22239-2019, 8.1.4.1 a). */
export function passphraseFault(
  passphrase: string,
  owner: { readonly name: string; readonly policeNumber: string },
): string | undefined {
  const length = Array.from(passphrase).length
  if (length < fewestCharacters) return `口令至少 ${fewestCharacters} 个字符。`
  if (owner.policeNumber !== '' && passphrase.includes(owner.policeNumber)) return '口令里不要带自己的警号。'
  if (owner.name !== '' && passphrase.includes(owner.name)) return '口令里不要带自己的姓名。'
  if (new Set(passphrase).size < 5) return '口令里重复的字符太多，请换一个。'
  if (length >= longEnough || kinds.filter((kind) => kind.test(passphrase)).length >= fewestKinds)
    return undefined
  return `请用上大写字母、小写字母、数字、符号、汉字中的三种，或者用 ${longEnough} 个以上的字符。`
}
