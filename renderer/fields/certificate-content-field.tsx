import { Button, Checkbox, Input, Space } from 'antd'
import type { CertificateContent, CertificatePerson, Place } from '../../shared/register/certificate.ts'
import { CodeInput } from './code-field.tsx'
import type { FieldProps } from './field-props.ts'
import { CitizenIdField, DateField, NameField } from './parsed-field.tsx'
import { PlaceInput } from './place-field.tsx'

const emptyPlace: Place = { region: '', regionName: '', detail: '' }
const emptyPerson: CertificatePerson = {
  relation: '',
  name: '',
  formerName: '',
  sex: '',
  ethnicGroup: '',
  birthDate: '',
  birthplace: '',
  nativePlace: '',
  education: '',
  occupation: '',
  maritalStatus: '',
  citizenId: '',
  moveReason: '',
}
const emptyContent: CertificateContent = {
  householdKind: 'family',
  wholeHousehold: false,
  persons: [{ ...emptyPerson, relation: '持证人' }],
  origin: emptyPlace,
  originCommittee: '',
  destination: emptyPlace,
  permitNumber: '',
}
const mostPersons = 4

/** A certificate's content typed from a counterfoil or from a sheet in the hand, person by person, as it stands there. */
export function CertificateContentField({ label, value, change }: FieldProps<'certificateContent'>) {
  const content = value ?? emptyContent
  const put = (part: Partial<CertificateContent>) => change({ ...content, ...part })
  const putPerson = (index: number, part: Partial<CertificatePerson>) =>
    put({
      persons: content.persons.map((person, each) => (each === index ? { ...person, ...part } : person)),
    })
  return (
    <div className="certificate" aria-label={label}>
      {content.persons.map((person, index) => (
        <PersonColumn
          key={index}
          number={index + 1}
          person={person}
          change={(part) => putPerson(index, part)}
        />
      ))}
      <Space>
        {content.persons.length < mostPersons ? (
          <Button size="small" onClick={() => put({ persons: [...content.persons, emptyPerson] })}>
            加一人
          </Button>
        ) : null}
        {content.persons.length > 1 ? (
          <Button size="small" onClick={() => put({ persons: content.persons.slice(0, -1) })}>
            去掉最后一人
          </Button>
        ) : null}
        <Checkbox
          checked={content.wholeHousehold}
          onChange={(event) => put({ wholeHousehold: event.target.checked })}
        >
          全户迁移
        </Checkbox>
      </Space>
      <PlaceInput
        label="原住址"
        value={content.origin.region ? content.origin : undefined}
        change={(origin) => put({ origin: origin ?? emptyPlace })}
      />
      <PlaceInput
        label="迁往地址"
        value={content.destination.region ? content.destination : undefined}
        change={(destination) => put({ destination: destination ?? emptyPlace })}
      />
      <Space.Compact block>
        <Input
          aria-label="居（村）委会"
          placeholder="居（村）委会"
          value={content.originCommittee}
          onChange={(event) => put({ originCommittee: event.target.value })}
        />
        <Input
          aria-label="准予迁入证明编号"
          placeholder="准予迁入证明编号"
          value={content.permitNumber}
          onChange={(event) => put({ permitNumber: event.target.value })}
        />
      </Space.Compact>
    </div>
  )
}

interface PersonColumn {
  readonly number: number
  readonly person: CertificatePerson
  readonly change: (part: Partial<CertificatePerson>) => void
}

const plainField = { kind: 'text', label: '' } as const

function PersonColumn({ number, person, change }: PersonColumn) {
  const name = `第${number}人`
  const text = (
    key: 'relation' | 'formerName' | 'birthplace' | 'nativePlace' | 'occupation' | 'moveReason',
    label: string,
  ) => (
    <Input
      aria-label={`${name}${label}`}
      placeholder={label}
      value={person[key]}
      onChange={(event) => change({ [key]: event.target.value })}
    />
  )
  const parsed = { facts: {}, field: plainField } as const
  return (
    <div className="block">
      <Space.Compact block>
        {text('relation', '与持证人关系')}
        <div className="grow">
          <NameField
            {...parsed}
            label={`${name}姓名`}
            value={undefined}
            typed={person.name}
            change={(value, typed) => change({ name: value ?? typed ?? '' })}
          />
        </div>
        {text('formerName', '曾用名')}
      </Space.Compact>
      <Space.Compact block>
        <CodeInput
          label={`${name}性别`}
          table="sex"
          value={person.sex || undefined}
          change={(sex) => change({ sex: sex ?? '' })}
        />
        <CodeInput
          label={`${name}民族`}
          table="ethnic-group"
          value={person.ethnicGroup || undefined}
          change={(ethnicGroup) => change({ ethnicGroup: ethnicGroup ?? '' })}
        />
        <CodeInput
          label={`${name}文化程度`}
          table="education"
          value={person.education || undefined}
          change={(education) => change({ education: education ?? '' })}
        />
        <CodeInput
          label={`${name}婚姻状况`}
          table="marital-status"
          value={person.maritalStatus || undefined}
          change={(maritalStatus) => change({ maritalStatus: maritalStatus ?? '' })}
        />
      </Space.Compact>
      <Space.Compact block>
        <div className="grow">
          <DateField
            {...parsed}
            label={`${name}出生日期`}
            value={undefined}
            typed={person.birthDate}
            change={(value, typed) => change({ birthDate: value ?? typed ?? '' })}
          />
        </div>
        <div className="grow">
          <CitizenIdField
            {...parsed}
            label={`${name}公民身份号码`}
            value={undefined}
            typed={person.citizenId}
            change={(value, typed) => change({ citizenId: value ?? typed ?? '' })}
          />
        </div>
      </Space.Compact>
      <Space.Compact block>
        {text('birthplace', '出生地')}
        {text('nativePlace', '籍贯')}
        {text('occupation', '职业')}
        {text('moveReason', '迁移原因')}
      </Space.Compact>
    </div>
  )
}
