import { Card, Descriptions, Tabs } from 'antd'
import { isInConflict, waitsForADecision, type CaseFile } from '../../../shared/cases/case-file.ts'
import type { CaseType } from '../../../shared/cases/case-type.ts'
import { askedFacts } from '../../../shared/cases/fields.ts'
import { findCaseType } from '../../../shared/cases/registry.ts'
import { besideWords, caseStatusWords } from '../../../shared/cases/states.ts'
import { judge } from '../../../shared/policy/judge.ts'
import { settingAt } from '../../../shared/policy/rule.ts'
import { today, useDesk } from '../../desk/desk.tsx'
import { useCase, useIsHalted } from '../../local/hooks.ts'
import { goBack } from '../../session/session.ts'
import { SheetCard } from '../../ui/permit-card.tsx'
import { JudgementPanel } from '../../ui/judgement-panel.tsx'
import { useKeys } from '../../ui/keyboard.ts'
import { MaterialsPanel } from '../../ui/materials-panel.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { words } from '../../words/index.ts'
import { CityQuestionsPanel } from './city-questions-panel.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { RefusalPanel } from './refusal-panel.tsx'
import { FactsTable } from './facts-table.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { HoldingPanel, useIsFrozen } from './holding-panel.tsx'
import { LeftOverPanel } from './left-over-panel.tsx'
import { NextStep, RefuseAfterAcceptance, Withdraw } from './next-step.tsx'
import { useCaseAttachments } from './use-case-attachments.ts'
import { PapersPanel } from './papers-panel.tsx'

export function CaseScreen({ caseId }: { readonly caseId: string }) {
  const { store } = useDesk()
  const caseFile = useCase(store, caseId)
  const caseType = caseFile && findCaseType(caseFile.caseType)
  useKeys({ Escape: goBack })
  return caseFile && caseType ? <OpenCase caseFile={caseFile} caseType={caseType} /> : null
}

function OpenCase({ caseFile, caseType }: { readonly caseFile: CaseFile; readonly caseType: CaseType }) {
  const { store, station } = useDesk()
  const isHalted = useIsHalted(store, caseFile.id)
  const isFrozen = useIsFrozen(caseFile)
  const waitsForTheChief = isInConflict(caseFile) && caseFile.status !== 'printing'
  const isUndecided = isHalted || waitsForADecision(caseFile)
  const takesNext = !isUndecided && !waitsForTheChief && (!isFrozen || waitsForASecondHand(caseFile))
  const takesAny = !isUndecided && !waitsForTheChief && !isFrozen
  const isOffered = (step: string) =>
    (step === 'withdraw' ? takesAny : takesNext) &&
    (caseType.steps[step]?.from.includes(caseFile.status) ?? false)
  const scans = useCaseAttachments(caseFile)
  const facts = askedFacts(caseType.fields, caseFile.form)
  const judgement = judge(caseType.policy, facts, settingAt(station, today()))
  // What is typed there is about whoever holds the case, and stays until somebody else does.
  const hands = (
    <HoldingPanel key={caseFile.holding?.actionId ?? ''} caseFile={caseFile} caseType={caseType} />
  )
  return (
    <div className="two screen">
      <div>
        <CaseHead caseFile={caseFile} caseType={caseType} />
        <ConflictPanel caseFile={caseFile} />
        <RefusalPanel caseFile={caseFile} caseType={caseType} />
        {isHalted ? null : (
          <>
            {isFrozen ? hands : null}
            {takesNext ? <NextStep caseFile={caseFile} caseType={caseType} /> : null}
            {takesAny ? (
              <RefuseAfterAcceptance
                caseFile={caseFile}
                caseType={caseType}
                conclusion={judgement.conclusion}
              />
            ) : null}
            {isFrozen ? null : hands}
          </>
        )}
        <LeftOverPanel caseFile={caseFile} caseType={caseType} isOffered={isOffered} />
        <CityQuestionsPanel caseFile={caseFile} caseType={caseType} />
        <CertificatesOfCase caseFile={caseFile} />
        <Card size="small" title="申请内容">
          <FactsTable caseType={caseType} facts={caseFile.form} />
        </Card>
        {takesAny ? <Withdraw caseFile={caseFile} caseType={caseType} /> : null}
      </div>
      <Card size="small">
        <Tabs
          defaultActiveKey="history"
          items={[
            {
              key: 'history',
              label: words.form.history,
              children: <HistoryPanel caseFile={caseFile} caseType={caseType} />,
            },
            {
              key: 'papers',
              label: words.form.papers,
              children:
                isUndecided || isInConflict(caseFile) ? (
                  <p className="quiet">{words.city.noPapers}</p>
                ) : (
                  <PapersPanel caseFile={caseFile} caseType={caseType} />
                ),
            },
            {
              key: 'judgement',
              label: words.form.judgement,
              children: <JudgementPanel judgement={judgement} />,
            },
            {
              key: 'materials',
              label: `${words.form.materials}${scans.attachments.length > 0 ? `（${scans.attachments.length}）` : ''}`,
              children: <MaterialsPanel caseType={caseType} facts={caseFile.form} scans={scans} />,
            },
          ]}
        />
      </Card>
    </div>
  )
}

/** A decision or a comparison is somebody else's word anyway: the holder does not keep it back. */
function waitsForASecondHand({ status }: CaseFile): boolean {
  return status.startsWith('awaiting-')
}

function CaseHead({ caseFile, caseType }: { readonly caseFile: CaseFile; readonly caseType: CaseType }) {
  const open = caseFile.questions.some((question) => !question.answer)
  return (
    <Card
      size="small"
      className="block"
      title={caseType.name}
      extra={<StateTag state={caseStatusWords[caseFile.status]} />}
    >
      <Descriptions
        size="small"
        column={2}
        items={[
          {
            key: 'number',
            label: words.case.number,
            children: <span data-case-number>{caseFile.number}</span>,
          },
          { key: 'subject', label: words.case.subject, children: caseType.subject(caseFile.form) },
        ]}
      />
      {open ? <StateTag state={besideWords['awaiting-check']} /> : null}
      {isInConflict(caseFile) ? <StateTag state={besideWords.conflict} /> : null}
    </Card>
  )
}

/** The sheets this case put into the world, and the chain back to the first one. */
function CertificatesOfCase({ caseFile }: { readonly caseFile: CaseFile }) {
  const { store } = useDesk()
  const keys = caseFile.sheets.map(({ key }) => key)
  const sheets = [...new Set(keys)].flatMap((key) => {
    const record = store.register.find(key)
    return record?.kind === 'certificate' || record?.kind === 'move-in-permit' ? [record] : []
  })
  return sheets.map((sheet) => <SheetCard key={sheet.key} sheet={sheet} />)
}
