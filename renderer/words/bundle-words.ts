/** Words of the stick between a station without a line and the city. */
export const bundleWords = {
  title: '没有线路时：用U盘和市局交换',
  explain:
    '导出的文件只有市局打得开，里面是市局还没有回执的全部步骤，本机要领、要退的号段，和装得下的扫描件。交市局收下后，把市局写的回执拿回来导入；中间线路通了也不要紧，同一步只会办一次。',
  write: '导出到U盘',
  open: '导入回执',
  last: '上次导出',
  lastSaid: (n: number) => `第 ${n} 份`,
  keyId: '本机钥匙编号（市局第一次收时电话核对）',
  working: { write: '正在导出', open: '正在导入' },
  written: (name: string, n: number, count: number, scans: number) =>
    `已写到U盘并读回核对：${name}，第 ${n} 份，${count} 步${scans > 0 ? `，扫描件 ${scans} 件` : ''}。请安全弹出U盘后再拔。`,
  scansLeft: (count: number) => `还有 ${count} 件扫描件装不下：请再导出一份，存成另一个文件，或者等下一次。`,
  taken: (n: number, accepted: number, refused: number, handedOut: number) =>
    `第 ${n} 份的回执已导入：市局收下 ${accepted} 步，退回 ${refused} 步，带来市局已办的 ${handedOut} 步。`,
  lent: (count: number) => `号段办妥 ${count} 项（领用、续期、退回），“空白证件”页已经更新。`,
  scansReceived: (count: number) => `扫描件市局收到 ${count} 件。`,
  scansRefused: (count: number, reasons: readonly string[]) =>
    `扫描件市局没有收 ${count} 件，下次导出时再带：${reasons.join('')}`,
  heldBack:
    '市局已办的步骤会大量改动本所底册，先没有接收，请所长在本页决定；收下以后请再导入一次这份回执，号段才会更新。',
  incomplete:
    '线路上次断在中间，已经取到的一部分比这份回执还新，要取完再一起接收。请等线路恢复，或者再导出一份取新的回执。',
  more: '市局那边还有，一份回执装不下。请再导出一份取回执。',
} as const
