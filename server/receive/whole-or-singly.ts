import type { Action } from '../../shared/cases/action.ts'
import type { CityVerdict, SendActions } from '../../shared/sync/messages.ts'
import type { Queries } from '../database/database.ts'
import { wholeOrNothing } from '../database/whole-or-nothing.ts'
import { liesInContent } from '../faults/lies-in-content.ts'
import { fileMessage, type MessageFiled } from './file-message.ts'
import type { Filing } from './filing.ts'
import { lockStation } from './lock-station.ts'
import { openStand } from './stand.ts'
import { cannotBeRead, refusedToKeep } from './unfit-for-filing.ts'
import { writeFiling } from './write-filing.ts'

type FileMessage = typeof fileMessage
type ReportFault = (error: unknown) => void

/**
 * Runs a transaction that files a message. Where something in the message breaks it, a second one files action by action, and
 * the one that cannot be filed is refused: it stands before everything that its station sends, and would break it for ever.
 */
export async function wholeOrSingly<Result>(
  transaction: (file: FileMessage) => Promise<Result>,
  reportFault: ReportFault,
): Promise<Result> {
  try {
    return await transaction(fileMessage)
  } catch (fault) {
    if (!liesInContent(fault)) throw fault
    reportFault(fault)
    return transaction(fileSingly)
  }
}

const fileSingly: FileMessage = async (queries, message, at, reportFault) => {
  const { station, actions } = message
  await lockStation(queries, station)
  const parts: MessageFiled[] = []
  for (const action of actions) parts.push(await fileOne(queries, action, message, at, reportFault))
  const filing: Filing = {
    station,
    at,
    filed: parts.flatMap((part) => part.filing.filed),
    refused: parts.flatMap((part) => part.filing.refused),
    leases: parts.flatMap((part) => part.filing.leases ?? []),
  }
  return { verdicts: parts.flatMap((part) => part.verdicts), filing }
}

async function fileOne(
  queries: Queries,
  action: Action,
  message: SendActions,
  at: string,
  reportFault: ReportFault,
): Promise<MessageFiled> {
  const { station } = message
  try {
    const alone = { ...message, actions: [action] }
    return await wholeOrNothing(queries, () => fileMessage(queries, alone, at, reportFault))
  } catch (fault) {
    if (!liesInContent(fault)) throw fault
    reportFault(fault)
    return refuseUnread(queries, action, { station, at, filed: [], refused: [] }, reportFault)
  }
}

/** If even the refusal cannot be kept it is only told; whoever asks again is answered again. */
async function refuseUnread(
  queries: Queries,
  action: Action,
  nothing: Filing,
  reportFault: ReportFault,
): Promise<MessageFiled> {
  const refusals = [cannotBeRead]
  const verdicts: CityVerdict[] = [{ id: action.id, outcome: 'refused', refusals }]
  const filing = { ...nothing, refused: [refusedToKeep(action, refusals)] }
  const stand = openStand(queries, nothing.station)
  try {
    await wholeOrNothing(queries, () => writeFiling(queries, filing, stand))
    return { verdicts, filing }
  } catch (fault) {
    if (!liesInContent(fault)) throw fault
    reportFault(fault)
    return { verdicts, filing: nothing }
  }
}
