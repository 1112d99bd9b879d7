/** One row of a CSV, by column name. */
export type CsvRow = Readonly<Record<string, string>>

/** How one CSV becomes one generated table: `columns` picks from a row what the program needs. */
export interface TableSource {
  /** CSV beside this file. */
  readonly csv: string
  /** Name of the generated file and, in camel case, of its constant. */
  readonly table: string
  /** Standard and meaning of the columns, for the docstring. */
  readonly about: string
  /** The columns after which pinyin initials are put in. */
  readonly initialsAfter: readonly string[]
  /** Rows whose codes share so many digits stand in one line; without it each has its own. For the long table. */
  readonly digitsPerLine?: number
  readonly columns: (row: CsvRow) => Readonly<Record<string, string>>
}

function codeAndName(row: CsvRow) {
  return { code: row['code'] ?? '', name: row['name'] ?? '' }
}

const named = { initialsAfter: ['name'], columns: codeAndName }

export const tableSources: readonly TableSource[] = [
  {
    csv: 'gb2260_province.csv',
    table: 'gbt2260-province',
    about: 'GB/T 2260, provinces: code, name, initials.',
    ...named,
  },
  {
    csv: 'gb2260_prefecture.csv',
    table: 'gbt2260-prefecture',
    about: 'GB/T 2260, prefectures: code, name, initials.',
    ...named,
  },
  {
    csv: 'gb2260_county.csv',
    table: 'gbt2260-county',
    about: 'GB/T 2260, counties: code, name, initials.',
    digitsPerLine: 4,
    ...named,
  },
  {
    csv: 'chifeng_township.csv',
    table: 'chifeng-township',
    about:
      'Townships of Chifeng, nine-digit statistical codes (GB/T 10114 order): code, name, initials, kind, 1 when it counts as town for settlement.',
    initialsAfter: ['name'],
    columns: (row) => ({
      code: row['code9'] ?? '',
      name: row['name'] ?? '',
      kind: (row['kind_by_code_range'] ?? '').replace(/\(.*\)$/, ''),
      town: row['counts_as_town_for_seed_rule'] ?? '',
    }),
  },
  {
    csv: 'gbt2261_1_sex.csv',
    table: 'gbt2261-1-sex',
    about: 'GB/T 2261.1, sex: code, name, initials.',
    ...named,
  },
  {
    csv: 'gbt2261_2_marital.csv',
    table: 'gbt2261-2-marital-status',
    about: 'GB/T 2261.2, marital status: code, name, initials.',
    ...named,
  },
  {
    csv: 'gbt3304_ethnic.csv',
    table: 'gbt3304-ethnic-group',
    about: 'GB/T 3304, ethnic groups: code, name, initials.',
    ...named,
  },
  {
    csv: 'gbt4658_education.csv',
    table: 'gbt4658-education',
    about:
      'GB/T 4658-2006, education: code, name, initials, code of its level, 1 when at college level or above.',
    initialsAfter: ['name'],
    columns: (row) => ({
      ...codeAndName(row),
      level: row['level_group'] ?? '',
      college: row['dazhuan_or_above'] ?? '',
    }),
  },
  {
    csv: 'gbt4761_family_relation.csv',
    table: 'gbt4761-family-relation',
    about: 'GB/T 4761, relation to the head of household: code, name, initials, group.',
    initialsAfter: ['name'],
    columns: (row) => ({ ...codeAndName(row), group: row['group'] ?? '' }),
  },
  {
    csv: 'gat2000_24_change_category.csv',
    table: 'gat2000-24-change-category',
    about:
      'GA/T 2000.24-2014 (10 to 52) and values met in systems in use (60 to 92), changes and corrections: code, name, initials.',
    ...named,
  },
  {
    csv: 'gat2000_27_hukou_nature.csv',
    table: 'gat2000-27-household-nature',
    about:
      'GA/T 2000.27, kind of registration: code, name, initials, 1 when only old records carry it (before the unified registration).',
    initialsAfter: ['name'],
    columns: (row) => ({
      ...codeAndName(row),
      legacy: row['use_after_2016_unified']?.startsWith('legacy') ? '1' : '0',
    }),
  },
  {
    csv: 'ga324_1_hukou_type_legacy.csv',
    table: 'ga324-1-legacy-household-type',
    about: 'GA 324.1-2001, old kind of registration: code, name, initials, the GA/T 2000.27 code it becomes.',
    initialsAfter: ['name'],
    columns: (row) => ({ ...codeAndName(row), becomes: row['map_to_gat2000_27'] ?? '' }),
  },
  {
    csv: 'urban_rural_class.csv',
    table: 'urban-rural-class',
    about:
      'Urban and rural classes of the statistics bureau: code, name, initials, 1 when urban, 1 when the bucket is to be confirmed locally.',
    initialsAfter: ['name'],
    columns: (row) => ({
      ...codeAndName(row),
      urban: row['urban'] ?? '',
      unsure: row['seed_stat_bucket']?.includes('confirm') ? '1' : '0',
    }),
  },
  {
    csv: 'vendor_move_reason.csv',
    table: 'move-reason',
    about:
      'Reasons of moving as systems in use number them, not confirmed as a national standard: two digits, name on moving in, initials, name on moving out, initials, 1 when out of use.',
    initialsAfter: ['moveIn', 'moveOut'],
    columns: moveReasonColumns,
  },
]

/** The list writes one name for both directions, 'in/out' where they differ, and marks a name that only one has. */
function moveReasonColumns(row: CsvRow) {
  const written = (row['name'] ?? '').replace('(大类)', '')
  const [first = '', second = first] = written.split('/')
  return {
    suffix: row['suffix'] ?? '',
    moveIn: first.includes('04xx only') ? '' : withoutMark(first),
    moveOut: second.includes('05xx only') ? '' : withoutMark(second),
    obsolete: row['obsolete_today'] ?? '',
  }
}

function withoutMark(name: string): string {
  return name.replace(/\(0[45]xx( only)?\)/, '')
}
