import type { Instrument } from '../instrument.ts'

/** The Region's opinion of 2015: open settlement, a ceiling on leases, no conditions of one's own. */
export const region2015No104: Instrument = {
  id: 'inner-mongolia-2015-104',
  title: '内蒙古自治区人民政府关于进一步推进户籍制度改革的实施意见',
  number: '内政发〔2015〕104号',
  inForceFrom: '2015-01-01',
  clauses: {
    'IM-104': {
      place: '户口迁移政策',
      meaning: '全区放开落户，租房落户要求的租期不超过两年，各地不得另设前置条件。',
      unconfirmed: '只见到开头和报道，条款位置和施行日期待核',
    },
    'IM-104-9': {
      place: '无户口人员',
      meaning: '九类无户口人员都要登记，迁移证件遗失和超过期限各算一类。',
      unconfirmed: '只见到报道，条款位置待核',
    },
  },
  numbers: {
    'lease-months-ceiling': [
      {
        value: 24,
        unit: 'month',
        from: '2015-01-01',
        clause: 'IM-104',
        unconfirmed: '只见到报道，原文待核',
      },
    ],
  },
}

/** The Region's one-stop moving service, which ended paper for moves inside the Region. */
export const regionPaperless2020: Instrument = {
  id: 'inner-mongolia-2020-one-stop',
  title: '内蒙古自治区内跨盟市户口迁移“一站式”办理',
  number: '自治区2020年“一站式”规定',
  inForceFrom: '2020-01-01',
  clauses: {
    'IM-2020': {
      place: '办理方式',
      meaning: '自治区内跨盟市迁移在迁入地网上流转办结，不再开具纸质迁移证件。',
    },
  },
  numbers: {
    'one-stop-without-investigation': [
      { value: 10, unit: 'working-day', from: '2020-01-01', clause: 'IM-2020' },
    ],
    'one-stop-with-investigation': [
      { value: 15, unit: 'working-day', from: '2020-01-01', clause: 'IM-2020' },
    ],
  },
}

const openingUnconfirmed = '自治区约在2020年发文放开，文号和日期没有核实，按2020年1月1日起算'

/**
 * The Region's full opening of town settlement. Number and day are not known; what is known is "about 2020". The first
 * day of that year is taken, because it is the reading that turns nobody away: no case is judged on an earlier day now,
 * and a doubt about months in 2020 goes to the applicant's side.
 */
export const regionOpening2020: Instrument = {
  id: 'inner-mongolia-2020-opening',
  title: '关于全面放开城镇落户限制深化户籍制度改革的实施意见',
  number: '自治区约2020年全面放开落户的意见（文号待核）',
  inForceFrom: '2020-01-01',
  clauses: {
    'IM-2020-OPEN': {
      place: '放开落户限制',
      meaning: '农牧业转移人口和退役军人落户不再要求居住年限（文号待核）。',
      unconfirmed: openingUnconfirmed,
    },
  },
  numbers: {
    'stock-residence-years': [
      { value: 3, unit: 'year', from: '2016-01-01', until: '2019-12-31', clause: 'CF-2.1.2' },
      {
        value: 0,
        unit: 'year',
        from: '2020-01-01',
        clause: 'IM-2020-OPEN',
        unconfirmed: openingUnconfirmed,
      },
    ],
  },
}

/** The Region's service catalogue and its working rule of 2024. */
export const regionCatalogue: Instrument = {
  id: 'inner-mongolia-catalogue',
  title: '内蒙古自治区公安机关户政服务事项目录和工作规范',
  number: '自治区户政事项目录',
  inForceFrom: '2021-10-01',
  clauses: {
    'IM-CROSS': { place: '跨省通办', meaning: '跨省通办的落户在九个工作日内办结。' },
    'IM-ETHNIC': {
      place: '出生登记',
      meaning: '父母民族不同的，用自治区新增人口民族成份确认书共同确认。',
    },
    'IM-2024': {
      place: '2024年工作规范',
      meaning: '自治区2024年的户口身份证工作规范共二百四十条，是最具体的现行规定。',
      unconfirmed: '只见到解读，条文待核',
    },
  },
  numbers: {
    'cross-province': [{ value: 9, unit: 'working-day', from: '2021-10-01', clause: 'IM-CROSS' }],
  },
}
