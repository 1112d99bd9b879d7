import './statistics.css'
import { useDeferredValue, useMemo } from 'react'
import { dateInChina } from '../../../shared/base/plain-date.ts'
import { findCaseType } from '../../../shared/cases/registry.ts'
import { caseStatusWords } from '../../../shared/cases/states.ts'
import type { CountedCase } from '../../../shared/statistics/case-counts.ts'
import { findFigure, makeReport, type StatisticsReport } from '../../../shared/statistics/report.ts'
import type { RegisterExtract } from '../../../shared/statistics/register-extract.ts'
import { today, useDesk } from '../../desk/desk.tsx'
import { useCases } from '../../local/hooks.ts'
import { goBack, stayAt, type Place } from '../../session/session.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { RegisterGate } from '../register/register-gate.tsx'
import { useRegisterExtract } from '../register/use-register-extract.ts'
import { AgePicture } from './age-picture.tsx'
import { FigureList } from './figure-list.tsx'
import { ReportTables } from './report-tables.tsx'
import { RequestBar } from './request-bar.tsx'

type StatisticsPlace = Extract<Place, { readonly screen: 'statistics' }>

/** Figures of the station for a day and a period; every one of them lists what it counted. */
export function StatisticsScreen({ place }: { readonly place: StatisticsPlace }) {
  const { figure: _figure, ...withoutFigure } = place
  useKeys({ Escape: () => (place.figure === undefined ? goBack() : stayAt(withoutFigure)) })
  return (
    <RegisterGate figuresOnly>
      <Statistics place={place} />
    </RegisterGate>
  )
}

function Statistics({ place }: { readonly place: StatisticsPlace }) {
  const period = place.period ?? today().slice(0, 4)
  const day = place.day ?? today()
  const { report, extract } = useReport(period, day)
  const chosen = place.figure === undefined ? undefined : findFigure(report, place.figure)
  const choose = (figure: string) => stayAt({ ...place, figure })
  const { figure: _figure, ...withoutFigure } = place
  return (
    <div className="two screen">
      <div>
        <RequestBar
          period={period}
          day={day}
          report={report}
          change={(request) => stayAt({ screen: 'statistics', period, day, ...request })}
        />
        <ReportTables report={report} choose={choose} chosen={place.figure} />
      </div>
      <div>
        {chosen ? (
          <FigureList
            key={chosen.id}
            figure={chosen}
            report={report}
            extract={extract}
            close={() => stayAt(withoutFigure)}
          />
        ) : null}
        <AgePicture table={report.ages} day={report.day} choose={choose} chosen={place.figure} />
      </div>
    </div>
  )
}

/** Made again only when the register, the cases or the question changed, and after what is being typed. */
function useReport(
  period: string,
  day: string,
): { readonly report: StatisticsReport; readonly extract: RegisterExtract } {
  const { store } = useDesk()
  const extract = useDeferredValue(useRegisterExtract())
  const cases = useCases(store)
  const counted = useMemo(() => (cases ?? []).map(countedCase), [cases])
  const report = useMemo(() => makeReport(extract, counted, { period, day }), [extract, counted, period, day])
  return { report, extract }
}

type CaseFiles = NonNullable<ReturnType<typeof useCases>>

function countedCase({ id, caseType, status, openedAt, number, form }: CaseFiles[number]): CountedCase {
  const type = findCaseType(caseType)
  return {
    id,
    caseType,
    status,
    name: type?.name ?? caseType,
    statusName: caseStatusWords[status].word,
    openedOn: dateInChina(openedAt),
    note: [number, type?.subject(form) ?? ''].join(' '),
  }
}
