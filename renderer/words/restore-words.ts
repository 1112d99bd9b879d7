/** 恢复本所的机器：机器坏了，新机器接替。 */
export const restoreWords = {
  offer: '机器坏了，用这台接替',
  title: '恢复本所的机器',
  back: '返回新设',
  explain:
    '一台机器坏了、丢了，用这台接替。先请市局停用那台机器，要一份底册和开启码；旧机器的硬盘或者备份还读得出来的，案件、草稿和没发出去的步骤都接得过来。',
  which: '旧机器的数据',
  has: '有（旧硬盘，或者备份）',
  hasNot: '没有了',
  withoutTitle: '没有旧机器的数据，只能当作新机器设置：',
  without: [
    '底册和市局收到过的案件，装入底册、和市局连通以后都会回来。',
    '旧机器上的草稿、没有发出去的步骤、没有传完的扫描件找不回来，请照纸质材料重新办。',
    '旧机器领用的空白证件和号段，市局停用那台机器以后冻结，清点实物后再用；本机另领新的号段。',
    '旧机器必须请市局停用（cut-off），否则捡到的人还能用它发。',
  ],
  goOn: '按新机器设置',
  choose: '选文件夹…',
  chosen: (folder: string) => `已选 ${folder}`,
  folderIs: (station: string, device: string) => `${station}，机器 ${device}`,
  openingCode: '开启码',
  enrolmentCode: '登记码（底册里的用完了才填）',
  malformed: '登记码是六组、每组四个字母或数字，请对照再输。',
  who: '用谁的口令打开',
  passphrase: '口令',
  sheet: '用恢复单打开',
  recoveryCode: '恢复码',
  sheetOnly: '（要用恢复单）',
  look: '查看有什么',
  reading: (done: number, total: number) => `正在核对日志：${done} / ${total}`,
  found: '找到的，还没有改动任何东西',
  rows: {
    lastAt: '最后一次办理',
    entries: '磁盘日志',
    cases: '案件',
    actions: '步骤',
    drafts: '草稿',
    outbox: '没有市局回执的步骤',
    scans: '扫描件',
    trail: '操作记录',
  },
  lines: (count: number) => `${count} 条，前后相接`,
  brokenAt: (file: string, line: number, sound: number) =>
    `${file} 第 ${line} 行断开。只接替前面完好的 ${sound} 条，后面的原样另存，请交市局户政`,
  tornLine: '最后半行是断电留下的，没有办成，不接替。',
  trailBroken: (line: number) => `断在第 ${line} 条，请报市局督察；原样接过来`,
  unreadable: {
    'sealed-otherwise': (n: number) =>
      `日志第 ${n} 条打不开，被改过或者不是这把钥匙封的，不能接替。请换一份备份，或者按“没有了”办。`,
    'newer-program': (n: number) =>
      `日志第 ${n} 条是更新版本的户政台写的，本机程序认不全，不能接替。请先升级本机的户政台。`,
  },
  empty: '这份数据里一条日志也没有，不能接替。请换一份备份，或者按“没有了”办。',
  isLast:
    '请核对最后一次办理的时间。比旧机器停下来的时间早，就是旧备份：那以后没有发出去的找不回来。旧机器不能再开。',
  take: '接替旧机器',
  copying: '正在抄过来、读回来核对，断了可以从头再来',
  opened: {
    title: (entries: number) => `已接替旧机器：日志 ${entries} 条，重放出来的条数和日志自己说的一致`,
    counts: (cases: number, actions: number, drafts: number, outbox: number) =>
      `案件 ${cases}，步骤 ${actions}，草稿 ${drafts}，没有市局回执的步骤 ${outbox}`,
    differs: (table: string, count: number, should: number) => `${table} ${count}，应为 ${should}`,
    differing: '接替过来的条数和日志自己说的不一样。请勿删除任何文件，联系市局户政。',
    unreadable: '接替过来的日志没有读完。请勿删除任何文件，联系市局户政。',
    notHeard: '还没有和市局连通过：可以受理，证件和顺序码要等连通一次才能用。',
    missed: (count: number) =>
      `市局有本机办的 ${count} 步，是接过来的数据里没有的：那份数据不是最后的。市局收到过的已经取回；旧机器那以后没有发出去的找不回来，请对照纸质材料和空白证件逐份清点。`,
  },
} as const
