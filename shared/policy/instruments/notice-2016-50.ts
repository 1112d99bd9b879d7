import type { Clauses, Instrument } from '../instrument.ts'

/** Part two, (一): who may settle in town, on which ground, with whom. */
const settlement: Clauses = {
  'CF-2.1.1': {
    place: '二（一）1',
    meaning: '中心城区和建制镇放开落户，本人和共同居住的近亲属可以一并申请。',
  },
  'CF-2.1.1-H': {
    place: '二（一）1 合法稳定住所',
    meaning:
      '住所是城镇里实际居住的自有房屋，或者在房管部门登记备案、连续租满一年的房屋，公租房和单位房也算。',
  },
  'CF-2.1.1(1)': {
    place: '二（一）1（1）',
    meaning: '投靠城镇户籍的近亲属并共同居住的可以落户，不看年龄、婚否、社会保险和住房面积。',
  },
  'CF-2.1.1(2)': {
    place: '二（一）1（2）',
    meaning: '购买、受赠、继承取得住房的可以落户，不看面积和金额，凭购房合同、正式发票或者产权证。',
  },
  'CF-2.1.1(3)': {
    place: '二（一）1（3）',
    meaning: '自治区内人员有营业执照和税务登记的可以落户，不看投资额和纳税额。',
  },
  'CF-2.1.1(4)a': {
    place: '二（一）1（4）前段',
    meaning: '机关、事业单位、国有企业、社会团体工作人员和批准调入的人员可以落户，不看住所。',
  },
  'CF-2.1.1(4)b': {
    place: '二（一）1（4）后段',
    meaning:
      '毕业不满五年的高校和区内中职毕业生、有技术等级或者职业资格的人、所需技工、留学归国人员、升学和参军进城的农村人口可以落户，不看住所、职业和社会保险。',
  },
  'CF-2.1.2': {
    place: '二（一）2',
    meaning: '在城镇就业并连续居住三年以上和举家迁徙的农牧业转移人口可以落户，不看住所、就业合同和社会保险。',
  },
}

/** Part two, (二) and (三): collective households and people without hukou. */
const collectiveAndNoHukou: Clauses = {
  'CF-2.2': {
    place: '二（二）',
    meaning: '符合落户条件但不能在实际住址登记的人，落在合理设立的集体户。',
  },
  'CF-2.3-B': {
    place: '二（三）第一句',
    meaning: '不符合政策生育的婴儿可以随父亲或者随母亲登记常住户口。',
  },
  'CF-2.3-R': {
    place: '二（三）',
    meaning: '本市公民因长期外出被注销户口，查明没有在别处落户的，恢复户口。',
  },
  'CF-2.3-M': {
    place: '二（三）',
    meaning: '户口迁移证件丢了，由当初签发的公安机关照原来的内容补一份，并写明是补发。',
  },
  'CF-2.3-O': {
    place: '二（三）第四句',
    meaning: '经公安机关查实的其他无户口人员，按情况随配偶、父母或者子女登记户口。',
  },
}

/** Part three: one kind of hukou, the residence permit, the population base. */
const management: Clauses = {
  'CF-3.1': {
    place: '三（一）',
    meaning: '不再区分农业与非农业户口，统一为居民户口；统计按户籍地在城区内外分城镇居民和农村牧区居民。',
  },
  'CF-3.2': {
    place: '三（二）',
    meaning: '到区内其他旗县市区住满半年的申领居住证，本市的区与区之间除外，服务随居住和参保年限逐步增加。',
  },
  'CF-3.3': {
    place: '三（三）',
    meaning: '登记实际居住人口，建设以公民身份号码为唯一标识的市级人口基础信息库。',
  },
}

/** Part one, (一)4, part four and part five: openness, rights, services, duties. */
const rightsAndServices: Clauses = {
  'CF-1.1-4': { place: '一（一）4', meaning: '政策和办理要求公开，手续从简，办事高效。' },
  'CF-4.1': {
    place: '四（一）',
    meaning:
      '不得把退出土地、草场、林地、宅基地或者集体收益权当作落户条件，也不得借移民、整治、流转的名义强迫落户。',
  },
  'CF-4.2': {
    place: '四（二）',
    meaning: '进城落户的农牧民和其他常住人口享有公共就业服务、技能培训和创业扶持。',
  },
  'CF-4.3': { place: '四（三）', meaning: '进城落户的农牧民纳入城镇住房保障，与城镇居民同等准入和退出。' },
  'CF-4.4': { place: '四（四）', meaning: '随迁子女平等接受学前教育和义务教育。' },
  'CF-4.5': {
    place: '四（五）',
    meaning: '进城落户的农牧民纳入城镇社会保障，医保可以转移接续、异地结算，符合条件的享受城市低保。',
  },
  'CF-4.6': { place: '四（六）', meaning: '常住人口享有社区基本医疗、公共卫生和计划生育服务。' },
  'CF-4.7': { place: '四（七）', meaning: '市和旗县区财政保障落户人员的基本公共服务。' },
  'CF-5.2': { place: '五（二）', meaning: '公安等部门各负其责，公安机关做好户口和身份证基础工作。' },
  'CF-5.3': { place: '五（三）', meaning: '政策解读口径统一，回应群众关切。' },
}

/** The city's notice on household-registration reform, the source of the mission. */
export const notice2016No50: Instrument = {
  id: 'chifeng-2016-50',
  title: '赤峰市人民政府关于进一步推进户籍制度改革的实施意见',
  number: '赤政发〔2016〕50号',
  inForceFrom: '2016-01-01',
  clauses: { ...settlement, ...collectiveAndNoHukou, ...management, ...rightsAndServices },
  numbers: {
    'lease-months': [{ value: 12, unit: 'month', from: '2016-01-01', clause: 'CF-2.1.1-H' }],
    'graduate-years': [{ value: 5, unit: 'year', from: '2016-01-01', clause: 'CF-2.1.1(4)b' }],
  },
}
