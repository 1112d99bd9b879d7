import { charactersOf } from './person-name.ts'

/** A name in its two parts. Without a surname (customary with some ethnic minorities) everything is the given name. */
export interface SplitName {
  readonly surname: string
  readonly givenName: string
}

export interface SplitNameBasis {
  /** Belongs to an ethnic minority, whose names need not have a surname. */
  readonly minority?: boolean
  /** Names of the parents, as far as known; empty texts count as unknown. */
  readonly parentNames?: readonly string[]
}

/** Surnames of two characters that are borne today. */
const COMPOUND_SURNAMES = new Set(
  `欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 宇文 长孙 轩辕 夏侯 独孤 南宫 西门 东郭 百里
  呼延 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 司寇 亓官 公羊 公西 公良
  巫马 漆雕 乐正 壤驷 拓跋 夹谷 宰父 谷梁 榖梁 段干 东门 南门 左丘 梁丘 微生 羊舌 第五 闻人 耶律 完颜
  那拉 纳兰 富察 贺兰 万俟 端木 颛孙 子车 哥舒 达奚 斛律 东野 相里 即墨`
    .split(/\s+/)
    .filter((surname) => surname !== ''),
)

const INTERPUNCT = '\u00B7'

/**
 * Parts a name in its normal form. A surname that a parent bears decides; otherwise the table of compound surnames; otherwise
 * the first character. A name with an interpunct is not parted, nor is a minority's when neither parent bears its beginning.
 */
export function splitName(
  name: string,
  { minority = false, parentNames = [] }: SplitNameBasis = {},
): SplitName {
  if (name.includes(INTERPUNCT)) return { surname: '', givenName: name }
  const parents = parentNames.filter((parent) => parent !== '' && !parent.includes(INTERPUNCT))
  const ofAParent = surnameOfAParent(name, parents)
  if (ofAParent !== undefined) return partedAfter(name, ofAParent)
  const surname = compoundSurnameOf(name) ?? firstCharacters(name, 1)
  const hasSurname = !minority || COMPOUND_SURNAMES.has(surname)
  return hasSurname ? partedAfter(name, surname) : { surname: '', givenName: name }
}

/** True where the beginning can be read as a compound surname and as a single one: worth a look. */
export function hasCompoundSurname({ surname }: SplitName): boolean {
  return COMPOUND_SURNAMES.has(surname)
}

/** 欧阳 when a parent is called 欧阳某; 司 for 司马某 when a parent is called 司某 and none 司马某. */
function surnameOfAParent(name: string, parents: readonly string[]): string | undefined {
  const compound = firstCharacters(name, 2)
  const single = firstCharacters(name, 1)
  const bears = (surname: string) => parents.some((parent) => parent.startsWith(surname))
  if (COMPOUND_SURNAMES.has(compound) && bears(compound)) return compound
  const bearsSingle = parents.some(
    (parent) => parent.startsWith(single) && compoundSurnameOf(parent) === undefined,
  )
  return bearsSingle ? single : undefined
}

/** A name of two characters is a surname and a given name, also when both together would be a compound surname. */
function compoundSurnameOf(name: string): string | undefined {
  const surname = firstCharacters(name, 2)
  return charactersOf(name).length > 2 && COMPOUND_SURNAMES.has(surname) ? surname : undefined
}

function partedAfter(name: string, surname: string): SplitName {
  return { surname, givenName: name.slice(surname.length) }
}

function firstCharacters(name: string, count: number): string {
  return charactersOf(name).slice(0, count).join('')
}
