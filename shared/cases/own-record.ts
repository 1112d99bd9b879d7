import { dateInChina, dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { OwnRecordContent } from '../documents/own-record.ts'
import { groupCitizenId } from '../people/citizen-id.ts'
import { cancelCauseNames, residentStatusNames, type ResidentRecord } from '../people/resident.ts'
import { residentItems } from '../people/resident-items.ts'
import { roleNames, type Role } from '../people/role.ts'
import type { Station } from '../people/station.ts'
import { serialInWords } from '../register/certificate.ts'
import { moveInPermitSerialInWords } from '../register/move-in-permit.ts'
import type { RegisterRecord } from '../register/record.ts'
import { registerCauses } from '../register/register-entry.ts'
import { residencePermitStateNames } from '../register/residence-permit.ts'
import { kinNames } from '../statistics/relations-graph.ts'
import { askers, identityProofs, recordPurposes, type OwnRecordRequest } from '../trail/own-record-request.ts'
import { lookUpReasons, type LookUpReason } from '../trail/trail-event.ts'
import type { CaseFile } from './case-file.ts'
import { findCaseType } from './registry.ts'
import { caseStatusWords, sheetStateWords } from './states.ts'

/** One look at a person, from the machine's trail. */
export interface Look {
  /** ISO instant. */
  readonly at: string
  /** The office of whoever looked; none for somebody who has no account here any more. */
  readonly role?: Role | undefined
  readonly reason: LookUpReason
}

interface Sources {
  readonly person: ResidentRecord
  readonly request: OwnRecordRequest
  readonly station: Station
  readonly device: string
  readonly day: PlainDate
  readonly cases: readonly CaseFile[]
  readonly sheets: readonly RegisterRecord[]
  readonly looks: readonly Look[]
  readonly looksSince?: PlainDate | undefined
}

/** Whether facts, a sheet or anything else written as JSON tells of a person: by the record's id or the citizen number. */
export function tellsOf({ id, citizenId }: ResidentRecord, written: unknown): boolean {
  const text = JSON.stringify(written) ?? ''
  return text.includes(id) || (citizenId !== '' && text.includes(citizenId))
}

/** What the station holds of a person, put together for the paper. */
export function ownRecordContent(sources: Sources): OwnRecordContent {
  const { person, request, station, device, day } = sources
  return {
    station,
    device,
    day,
    asked: {
      by: askers[request.asker],
      identity: identityProofs[request.identity],
      purpose: recordPurposes[request.purpose],
    },
    name: person.name,
    items: residentItems(person).map(([label, text]) => ({ label, text })),
    status: statusInWords(person),
    kin: (person.kin ?? []).map(({ relation, name, documentNumber }) => ({
      relation: kinNames[relation],
      name,
      number: groupCitizenId(documentNumber),
    })),
    changes: (person.entries ?? []).map(({ on, cause, item, before, after, caseNumber }) => ({
      on,
      what: [registerCauses[cause], item].filter((part) => part !== '').join('：'),
      before,
      after,
      case: caseNumber,
    })),
    cases: sources.cases
      .toSorted((one, other) => (one.openedAt < other.openedAt ? -1 : 1))
      .map(({ number, caseType, openedAt, status }) => ({
        number,
        matter: findCaseType(caseType)?.name ?? caseType,
        openedOn: dateInChina(openedAt),
        status: caseStatusWords[status].word,
      })),
    sheets: sources.sheets.flatMap(sheetLine),
    looks: byDayAndOffice(sources.looks),
    looksSince: sources.looksSince,
  }
}

function statusInWords({ status, statusOn, statusCause }: ResidentRecord): string {
  const cause = statusCause === undefined ? '' : cancelCauseNames[statusCause]
  const since = statusOn === undefined ? '' : `${dateInChinese(statusOn)}起`
  return [residentStatusNames[status], since, cause].filter((part) => part !== '').join('，')
}

function sheetLine(record: RegisterRecord): OwnRecordContent['sheets'] {
  switch (record.kind) {
    case 'certificate':
    case 'move-in-permit': {
      const isCertificate = record.kind === 'certificate'
      const number = isCertificate ? serialInWords(record.serial) : moveInPermitSerialInWords(record.serial)
      const on = record.issue ? dateInChinese(record.issue.issuedOn) : ''
      const kind = isCertificate ? '户口迁移证' : '准予迁入证明'
      return [{ kind, number, on, state: sheetStateWords[record.state].word }]
    }
    case 'residence-permit': {
      const { number, issuedOn, state } = record
      return [
        { kind: '居住证', number, on: dateInChinese(issuedOn), state: residencePermitStateNames[state] },
      ]
    }
    case 'birth-certificate':
      return [
        {
          kind: '出生医学证明',
          number: record.number,
          on: dateInChinese(record.usedOn),
          state: '已用于登记',
        },
      ]
    case 'person':
    case 'household':
    case 'locality':
      return []
  }
}

/** Looks of one day by one office for one reason are one line with their number. */
function byDayAndOffice(looks: readonly Look[]): OwnRecordContent['looks'] {
  const lines = new Map<string, OwnRecordContent['looks'][number]>()
  for (const { at, role, reason } of looks) {
    const on = dateInChina(at)
    const office = role === undefined ? '已离岗人员' : roleNames[role]
    const key = `${on} ${office} ${reason}`
    const times = (lines.get(key)?.times ?? 0) + 1
    lines.set(key, { on, role: office, reason: lookUpReasons[reason], times })
  }
  return [...lines.values()].sort((one, other) => (one.on < other.on ? -1 : 1))
}
