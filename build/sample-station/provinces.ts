import { must } from '../../shared/base/must.ts'

/** One-character names of the provinces, as they stand before the numbers of certificates and permits. */
const shortNames: Readonly<Record<string, string>> = {
  '11': '京',
  '12': '津',
  '13': '冀',
  '15': '蒙',
  '21': '辽',
  '22': '吉',
  '23': '黑',
  '31': '沪',
  '32': '苏',
  '33': '浙',
  '34': '皖',
  '35': '闽',
  '37': '鲁',
  '41': '豫',
  '42': '鄂',
  '43': '湘',
  '44': '粤',
  '45': '桂',
  '46': '琼',
  '50': '渝',
  '51': '川',
  '53': '滇',
  '61': '陕',
  '62': '甘',
  '64': '宁',
  '65': '新',
}

export function provinceShortName(region: string): string {
  return must(shortNames[region.slice(0, 2)], `no short name for the province of ${region}`)
}
