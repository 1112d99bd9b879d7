import type { DatedNumber, Instrument } from '../instrument.ts'

const elsewhere = '外地做法，自治区和本市没有查到，只作参考'

/** Figures that no text of the Region or the city gives; the days of other provinces stand in until somebody answers. */
export const practiceElsewhere: Instrument = {
  id: 'practice-elsewhere',
  title: '外地户政办理时限和做法（参考）',
  number: '外地做法（参考）',
  inForceFrom: '2016-01-01',
  clauses: {
    'PX-DAYS': {
      place: '江西、福建办理时限',
      meaning: '派出所查清后三个工作日、旗县区和市局各十五个工作日、调查二十个工作日。',
      unconfirmed: elsewhere,
    },
    'PX-RESTORE': {
      place: '湖南式恢复户口时限',
      meaning: '当场能核实的当天恢复，要核查的十个工作日内恢复。',
      unconfirmed: elsewhere,
    },
    'PX-LATE': {
      place: '呼和浩特等地补录年限',
      meaning: '出生超过一年没有登记的按补录走审批，各地年限不同。',
      unconfirmed: elsewhere,
    },
    'PX-INTERVIEW': {
      place: '走访笔录',
      meaning: '补录和恢复走访至少问两个人，没有档案的另有两名证人。',
      unconfirmed: elsewhere,
    },
  },
  numbers: {
    'newborn-decision': [fromElsewhere(0, 'working-day', 'PX-DAYS')],
    'station-decision': [fromElsewhere(3, 'working-day', 'PX-DAYS')],
    'county-decision': [fromElsewhere(15, 'working-day', 'PX-DAYS')],
    'city-decision': [fromElsewhere(15, 'working-day', 'PX-DAYS')],
    investigation: [fromElsewhere(20, 'working-day', 'PX-DAYS')],
    'restoration-at-once': [fromElsewhere(0, 'working-day', 'PX-RESTORE')],
    'restoration-check': [fromElsewhere(10, 'working-day', 'PX-RESTORE')],
    'late-birth-years': [fromElsewhere(1, 'year', 'PX-LATE')],
    'interviews-needed': [fromElsewhere(2, 'person', 'PX-INTERVIEW')],
    'witnesses-needed': [fromElsewhere(2, 'person', 'PX-INTERVIEW')],
  },
}

function fromElsewhere(value: number, unit: DatedNumber['unit'], clause: string): DatedNumber {
  return { value, unit, from: '2016-01-01', clause, unconfirmed: elsewhere }
}
