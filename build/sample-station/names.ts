import type { Random } from './random.ts'

/** Made-up names as they are met at a counter in Aohan: Han, Mongol in Chinese characters, long, with an interpunct. */

export type Sex = '1' | '2'

export interface FamilyNaming {
  /** Empty for a Mongol family without a surname. */
  readonly surname: string
  readonly mongol: boolean
}

const surnames: readonly (readonly [string, number])[] = [
  ...Array.from('王李张刘陈杨赵').map((surname) => [surname, 40] as const),
  ...Array.from('黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕').map(
    (surname) => [surname, 10] as const,
  ),
  ...Array.from(
    '苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  ).map((surname) => [surname, 4] as const),
  ...['仉', '乜', '亓', '逄', '爨', '昝', '麴', '褟', '佴', '妫', '欧阳', '司徒', '上官', '尉迟'].map(
    (surname) => [surname, 0.6] as const,
  ),
]

const mongolSurnames = ['包', '白', '鲍', '韩', '席', '陶', '吴', '孛儿只斤']

const manCharacters = Array.from(
  '伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆博文志建国庆海林山峰东亮永福贵春生成龙学义',
)
const womanCharacters = Array.from(
  '芳娜敏静丽艳娟霞秀兰玲桂英梅红云萍雪琴慧颖洁莹婷玉凤珍淑华春燕雅琳欣怡佳文萱月菊荣香莲',
)
const rareCharacters = Array.from('龑喆堃昇晞翀玥犇䶮')

const mongolMen = [
  '巴特尔',
  '布和',
  '孟和',
  '苏和',
  '朝鲁',
  '那顺',
  '额尔敦',
  '阿拉坦',
  '宝音',
  '斯日古楞',
  '青格勒',
  '巴雅尔',
  '特木尔',
  '哈斯巴根',
  '乌力吉',
  '呼格吉勒',
  '阿古拉',
  '牧仁',
  '达来',
  '满都拉',
  '毕力格',
  '敖其尔',
  '吉日嘎拉',
  '道尔吉',
  '白音',
  '布仁',
  '图雅巴图',
  '照日格图',
  '哈日巴拉',
  '格日勒图',
]
const mongolWomen = [
  '其其格',
  '乌云',
  '萨仁',
  '娜仁',
  '高娃',
  '托娅',
  '斯琴',
  '塔娜',
  '格日勒',
  '阿茹娜',
  '乌兰',
  '琪琪格',
  '萨日娜',
  '乌日娜',
  '苏日娜',
  '其木格',
  '通拉嘎',
  '娜仁花',
  '哈斯高娃',
  '乌仁图雅',
  '金花',
  '银花',
  '海棠',
  '代小',
  '敖登',
  '满达',
  '莎仁',
  '阿丽玛',
  '伊如',
  '诺敏',
]

/** Twenty-five characters: the longest name that the certificate must carry whole. */
export const twentyFiveCharacterName = '额尔敦格日勒图·阿拉坦其其格·巴雅斯古冷·孟和朝鲁'

const longNames = [
  twentyFiveCharacterName,
  '阿拉坦乌力吉巴雅尔·额尔敦哈斯巴根·乌仁图雅其其格',
  '孛儿只斤·斯日古楞巴特尔·呼格吉勒图·那顺吉日嘎拉',
]

export function familyNaming(random: Random, mongol: boolean): FamilyNaming {
  if (!mongol) return { surname: random.weighted(surnames), mongol }
  return { surname: random.chance(0.35) ? random.pick(mongolSurnames) : '', mongol }
}

export function makeName(random: Random, sex: Sex, naming: FamilyNaming): string {
  return naming.mongol ? mongolName(random, sex, naming.surname) : hanName(random, sex, naming.surname)
}

function hanName(random: Random, sex: Sex, surname: string): string {
  const characters = sex === '1' ? manCharacters : womanCharacters
  const first = random.chance(0.01) ? random.pick(rareCharacters) : random.pick(characters)
  return surname + first + (random.chance(0.72) ? random.pick(characters) : '')
}

function mongolName(random: Random, sex: Sex, surname: string): string {
  const given = sex === '1' ? mongolMen : mongolWomen
  if (random.chance(0.0015)) return random.pick(longNames)
  if (random.chance(0.06)) return `${random.pick(mongolMen)}·${random.pick(given)}`
  if (random.chance(0.25)) return random.pick(mongolMen) + random.pick(given)
  return surname + random.pick(given)
}
