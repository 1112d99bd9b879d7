import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { DocumentDefinition } from './definition.ts'

interface RecoverySheet {
  readonly code: string
  readonly stationName: string
  readonly device: string
  readonly madeOn: PlainDate
}

/** The sheet for the safe: the one way in when every passphrase is forgotten or the computer was replaced. */
export function recoverySheet({ code, stationName, device, madeOn }: RecoverySheet): DocumentDefinition {
  return {
    pageSize: 'A5',
    pageOrientation: 'landscape',
    pageMargins: [42, 36, 42, 30],
    info: { title: '恢复单' },
    defaultStyle: { font: 'sans', fontSize: 10.5 },
    content: [
      { text: '户政台恢复单', fontSize: 20, alignment: 'center' },
      { text: `${stationName}　本机编号 ${device}`, alignment: 'center', margin: [0, 6, 0, 16] },
      {
        table: {
          widths: ['*'],
          body: [[{ text: code, fontSize: 20, alignment: 'center', margin: [0, 14, 0, 14] }]],
        },
        layout: 'ruled',
      },
      {
        text: '所有人都忘了口令，或者电脑换了、系统重装了，用这个恢复码打开本机数据：登录界面点“忘了口令，用恢复单”，选人，输入恢复码和新口令。',
        margin: [0, 16, 0, 6],
      },
      { text: '本单封好放保险柜，不拍照，不存电脑。启封要登记。换了新恢复单，旧单即失效，应当面销毁。' },
      {
        columns: [
          { text: `制单日期：${dateInChinese(madeOn)}` },
          { text: '封存人：＿＿＿＿＿＿＿＿' },
          { text: '监封人：＿＿＿＿＿＿＿＿' },
        ],
        margin: [0, 24, 0, 0],
      },
    ],
  }
}
