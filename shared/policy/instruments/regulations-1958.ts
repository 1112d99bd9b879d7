import type { Instrument } from '../instrument.ts'

/** The 1958 regulations on household registration, still the statute. */
export const regulations1958: Instrument = {
  id: 'regulations-1958',
  title: '中华人民共和国户口登记条例',
  number: '户口登记条例（1958）',
  inForceFrom: '1958-01-09',
  clauses: {
    'HR-3': { place: '第三条', meaning: '户口登记由公安机关主管，派出所管本辖区的户口。' },
    'HR-4': { place: '第四条', meaning: '户口登记簿和户口簿登记的事项能证明公民身份。' },
    'HR-5': {
      place: '第五条',
      meaning: '共同居住的立为一户，单身居住的自立一户，单位宿舍的立集体户，户主负责申报。',
    },
    'HR-6': { place: '第六条', meaning: '公民在经常居住地登记为常住人口，只能在一个地方登记。' },
    'HR-7': {
      place: '第七条',
      meaning: '婴儿出生一个月内由户主、亲属、抚养人或者邻居申报，弃婴由收养人或者育婴机关申报。',
    },
    'HR-8': { place: '第八条', meaning: '公民死亡的，由亲属等申报注销户口。' },
    'HR-9': { place: '第九条', meaning: '婴儿在出生登记前死亡的，出生和死亡一并登记。' },
    'HR-10': { place: '第十条', meaning: '迁出户口管辖区的，迁出前申报，领取迁移证件，注销户口。' },
    'HR-11': { place: '第十一条', meaning: '应征入伍的凭入伍通知书注销户口，不发迁移证件。' },
    'HR-12': { place: '第十二条', meaning: '被逮捕的人由逮捕机关通知户口登记机关（旧制，现已不注销）。' },
    'HR-13': { place: '第十三条', meaning: '到达迁入地后凭迁移证件申报迁入，迁移证件交回缴销。' },
    'HR-13-2': {
      place: '第十三条第二款',
      meaning: '没有迁移证件的退役军人、归国人员和被释放的人，凭各自的证件申报迁入。',
    },
    'HR-15': { place: '第十五条', meaning: '在常住地市、县以外的城市暂住三日以上的申报暂住登记。' },
    'HR-16': { place: '第十六条', meaning: '因私外出超过三个月的，申请延长或者办理迁移。' },
    'HR-17': {
      place: '第十七条',
      meaning: '登记内容要变更或者更正的由户主或者本人申报，登记机关查实后办理，必要时可以要证明。',
    },
    'HR-18': { place: '第十八条', meaning: '改姓名的，未成年由本人或者父母、收养人申请，成年由本人申请。' },
    'HR-19': {
      place: '第十九条',
      meaning: '结婚、离婚、收养、认领、分户、并户、失踪、寻回等引起变动的，由户主或者本人申报。',
    },
    'HR-20': { place: '第二十条', meaning: '不报、假报户口，伪造、出借户口证件，冒名顶替的，依法处罚。' },
    'HR-22': { place: '第二十二条', meaning: '户口簿册证件由公安部定式样，省级公安机关印制。' },
  },
  numbers: {
    'declare-arrival-in-town': [{ value: 3, unit: 'day', from: '1958-01-09', clause: 'HR-13' }],
    'declare-arrival-in-the-country': [{ value: 10, unit: 'day', from: '1958-01-09', clause: 'HR-13' }],
    'birth-declaration': [{ value: 1, unit: 'month', from: '1958-01-09', clause: 'HR-7' }],
  },
}
