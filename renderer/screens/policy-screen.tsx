import { Card, Tabs } from 'antd'
import { dateInChinese } from '../../shared/base/plain-date.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { instruments, citeInWords } from '../../shared/policy/instruments/index.ts'
import { goBack } from '../session/session.ts'
import { OpenQuestions, Services } from './policy-lists.tsx'
import { useKeys } from '../ui/keyboard.ts'
import { words } from '../words/index.ts'

const units = { day: '天', 'working-day': '个工作日', month: '个月', year: '年', person: '人' } as const

/** Every rule with its source, for anybody at the counter: what it asks, and what nobody may ask. */
export function PolicyScreen() {
  useKeys({ Escape: goBack })
  return (
    <div className="screen">
      <Card size="small" title={words.policy.title}>
        <Tabs
          tabPlacement="start"
          items={[
            ...caseTypes.map((caseType) => ({
              key: caseType.id,
              label: caseType.name,
              children: (
                <>
                  <h4>{words.policy.asks}</h4>
                  <ul className="findings">
                    {caseType.policy.map((rule) => (
                      <li key={rule.id}>
                        <span />
                        <div>
                          {rule.title}
                          <div className="cite">{rule.citations.map(citeInWords).join('；')}</div>
                        </div>
                      </li>
                    ))}
                  </ul>
                  <h4>{words.policy.forbidden}</h4>
                  <ul className="findings">
                    {caseType.forbidden.map((item) => (
                      <li key={item.id}>
                        <span className="state bad">✖</span>
                        <div>
                          {item.name}
                          <div className="cite">
                            {item.because}（{citeInWords(item.citation)}）
                          </div>
                        </div>
                      </li>
                    ))}
                  </ul>
                </>
              ),
            })),
            { key: 'open-questions', label: words.policy.openQuestions, children: <OpenQuestions /> },
            { key: 'services', label: words.policy.services, children: <Services /> },
            ...instruments.map((instrument) => ({
              key: instrument.id,
              label: instrument.number,
              children: (
                <>
                  <h4>{instrument.title}</h4>
                  <p className="quiet">{dateInChinese(instrument.inForceFrom)}起施行</p>
                  <ul className="findings">
                    {Object.entries(instrument.clauses).map(([id, clause]) => (
                      <li key={id}>
                        <span className="quiet">{clause.place}</span>
                        <div>
                          {clause.meaning}
                          {clause.unconfirmed ? (
                            <span className="state attention"> {clause.unconfirmed}</span>
                          ) : null}
                        </div>
                      </li>
                    ))}
                    {Object.entries(instrument.numbers).flatMap(([name, figures]) =>
                      figures.map((figure) => (
                        <li key={`${name}${figure.from}`}>
                          <span className="quiet">{words.policy.numbers}</span>
                          <div>
                            {figure.value} {units[figure.unit]}（{dateInChinese(figure.from)}起
                            {figure.until ? `，到${dateInChinese(figure.until)}止` : ''}）
                            {figure.unconfirmed ? (
                              <span className="state attention"> {figure.unconfirmed}</span>
                            ) : null}
                          </div>
                        </li>
                      )),
                    )}
                  </ul>
                </>
              ),
            })),
          ]}
        />
      </Card>
    </div>
  )
}
