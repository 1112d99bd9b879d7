/** What a station can get from another office's records, and how a clerk would ask for it on paper. */
export const sharedRecordWords = {
  lease: ['租赁合同', '租房合同', '房屋租赁', '租赁备案', '租约', '租房协议'],
  title: ['房产证', '房本', '不动产权', '产权证', '房屋产权', '购房合同', '买卖合同'],
  'household-booklet': ['户口簿', '户口本'],
  'identity-card': ['身份证复印件', '身份证原件'],
  photo: ['相片', '照片', '一寸照', '证件照'],
  marriage: ['结婚证', '离婚证', '婚姻登记'],
  'birth-certificate': ['出生医学证明', '出生证'],
  'business-licence': ['营业执照', '工商执照', '税务登记'],
  employment: ['劳动合同', '劳动关系证明', '就业证明'],
  study: ['学生证', '就读证明', '在读证明', '学籍证明'],
  diploma: ['毕业证', '学历证', '学位证'],
  adoption: ['收养登记证', '收养证'],
  death: ['死亡证明', '死亡医学证明'],
} as const satisfies Record<string, readonly string[]>
export type SharedRecord = keyof typeof sharedRecordWords
