import type { CertificateRecord } from '../../register/certificate.ts'
import type { Example } from '../case-type.ts'
import { exampleCertificate, exampleContent, examplePerson } from '../example-certificate.ts'
import { day, inOrder } from './example-facts.ts'

const husband = {
  applicantKind: 'listed',
  applicantName: '样例达来',
  applicantCitizenId: '150499198806120013',
} as const

const school = {
  applicantKind: 'unit',
  applicantName: '样例老师',
  applicantCitizenId: '150499199203050006',
} as const

const forTwo: CertificateRecord = {
  ...exampleCertificate,
  content: {
    ...exampleContent,
    persons: [
      examplePerson,
      {
        ...examplePerson,
        relation: '夫',
        name: '样例达来',
        sex: '1',
        birthDate: '1988-06-12',
        citizenId: '150499198806120013',
      },
    ],
  },
}

/** Who comes, who has died, how often it was lost, and whether the destination still takes them. */
export const examplesOfPeople: readonly Example[] = [
  {
    name: '第二次遗失，可以补，所长看前一次的经过',
    day,
    facts: { ...inOrder, original: { ...exampleCertificate, reissues: 1 } },
    conclusion: 'ready',
    unmet: ['first-reissue'],
  },
  {
    name: '迁入地还接收',
    day,
    facts: { ...inOrder, destinationAnswer: 'accepts' },
    conclusion: 'ready',
  },
  {
    name: '迁入地政策变了不接收，普通人在迁出地恢复',
    day,
    facts: { ...inOrder, destinationAnswer: 'refuses', graduate: false },
    conclusion: 'route',
    unmet: ['destination-accepts'],
  },
  {
    name: '迁入地不接收，毕业生在原籍恢复',
    day,
    facts: { ...inOrder, destinationAnswer: 'refuses', graduate: true },
    conclusion: 'route',
    unmet: ['destination-accepts'],
  },
  {
    name: '迁入地不接收，还没有问是不是毕业生',
    day,
    facts: { ...inOrder, destinationAnswer: 'refuses' },
    conclusion: 'incomplete',
    unknown: ['destination-accepts'],
  },
  {
    name: '持证人在路上去世，证上的丈夫来补',
    day,
    facts: { ...inOrder, ...husband, original: forTwo, deathNoted: examplePerson.name },
    conclusion: 'ready',
  },
  {
    name: '持证人已去世，却写本人申请',
    day,
    facts: { ...inOrder, original: forTwo, deathNoted: examplePerson.name },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '去世的人不在证上',
    day,
    facts: { ...inOrder, deathNoted: '样例别人' },
    conclusion: 'ask',
    unmet: ['deceased-listed'],
  },
  {
    name: '不在证上的人来申请',
    day,
    facts: { ...inOrder, ...husband },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '学校替丢证的学生办，介绍信和委托名单齐全',
    day,
    facts: { ...inOrder, ...school, unitLetter: true },
    conclusion: 'ready',
  },
  {
    name: '学校没有带委托名单',
    day,
    facts: { ...inOrder, ...school, unitLetter: false },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
]
