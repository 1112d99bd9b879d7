/** 市局核查：问了市局什么、市局怎么答的。 */
export const cityWords = {
  title: '市局核查',
  waiting: '待核查',
  asked: (day: string) => `${day} 提出，等市局回答`,
  question: '核查什么',
  answer: '市局答复',
  answered: '✔ 已查清',
  contrary: '✖ 有冲突',
  where: (office: string | undefined, on: string | undefined) =>
    `${office ? `：${office}` : ''}${on ? `，${on}` : ''}`,
  settled: (by: string, note: string) => `${by}处理：${note}`,
  mayDecide: '可以先办理和送审；没有答复以前，批准的人要确认知道这些问题还没有答复。',
  decidedWhenAnswered: '可以先办理和送审；这类事项要等市局答复后才能作最后的批准。',
  answerFirst: (count: number) =>
    `还有 ${count} 项等市局答复。这类事项要等答复后才能批准，现在可以先看材料，也可以退回补正。`,
  openQuestionSeen: (count: number) => `我知道 ${count} 项市局核查还没有答复，仍然批准`,
  issued: (serial: string) => `本所已经签发新证 ${serial}。`,
  registered: '本案已经登记进底册：请按“双重户口”或者“注销户口”另案办理，再在这里写明结果。',
  underway: '本案还没有登记。',
  stop: '停止办理，不予办理',
  keep: '市局答复有误或者已另案处理，继续办理',
  keepCertificate: '市局答复有误，保留新证',
  noPapers: '本案有冲突或者退回还没有处理完，处理以前不出文书。请先在左边处理。',
  askChief: '请所长处理。处理以前本案不能办下一步，也不能出证。',
} as const
