import { useMemo, type ReactElement } from 'react';
import type { MetricExplanation } from '../../../../../src/contract/explanation';
import type { RulesTried } from '../../../../../src/contract/rules-tried';
import type { ListedField } from '../../../../../src/domain/agreement/known-field';
import type { ServiceHours } from '../../../../../src/domain/calendar/service-hours';
import type { Instant } from '../../../../../src/domain/time/instant';
import { Disclosure } from '../../parts/disclosure';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import { StateLozenge } from '../../parts/state-lozenge';
import { hoursTodayText } from '../../text/hours-today';
import type { IssueNames } from '../../text/fact-text';
import { cycleView } from '../issue-timers/timer-view';
import { AgreementsTried } from '../issue-timers/why/agreements-tried';
import { GoalsTried } from '../issue-timers/why/goals-tried';
import styles from './rules.module.css';

interface Props {
  readonly tried: RulesTried;
  readonly fields: readonly ListedField[];
}

/** What won, what is due when, and for every rule above why it did not win. */
export function TriedResult({ tried: { timers, explained }, fields }: Props): ReactElement {
  const { messages } = useReader();
  const names = useMemo(() => namesOf(fields), [fields]);
  const { asOf, agreements } = explained;
  if (timers.kind === 'no-definitions') {
    return <Notice tone="information">{messages.text('rules.noDefinitions')}</Notice>;
  }
  const metricOf = (agreement: string, metric: string): MetricExplanation | undefined =>
    agreements.find(({ id }) => id === agreement)?.metrics.find(({ id }) => id === metric);
  return (
    <div className={styles['result']}>
      {timers.timers.length === 0 && (
        <Notice tone="information">{messages.text('rules.nothingPromised')}</Notice>
      )}
      {timers.timers.map((timer) => {
        const last = timer.cycles.at(-1);
        if (!last) return null;
        const view = cycleView(timer, last, timers, asOf);
        const metric = metricOf(timer.agreement.id, timer.metric.id);
        return (
          <article key={`${timer.agreement.id} ${timer.metric.id}`} className={styles['timer']}>
            <h3 className={styles['titled']}>
              {messages.text(`timer.kind.${timer.metric.kind}`)}
              {view.states.map((state) => (
                <StateLozenge key={state} state={state} />
              ))}
            </h3>
            <p className="note">{timer.agreement.name}</p>
            <p>
              <Saying of={view.headline} now={asOf} />
            </p>
            {view.goal && (
              <p>
                <Saying of={view.goal} now={asOf} />
              </p>
            )}
            {view.hours && (
              <p className="note">
                <HoursSaid hours={view.hours} now={asOf} />
              </p>
            )}
            {metric && (
              <Disclosure summary={messages.text('why.goal')}>
                <GoalsTried metric={metric} names={names} />
              </Disclosure>
            )}
          </article>
        );
      })}
      <AgreementsTried agreements={agreements} names={names} now={asOf} level="h3" />
    </div>
  );
}

interface HoursProps {
  readonly hours: ServiceHours;
  readonly now: Instant;
}

function HoursSaid({ hours, now }: HoursProps): ReactElement {
  const reader = useReader();
  return (
    <>
      {reader.messages.text('timer.calendar', {
        calendar: hours.calendar.name,
        hours: hoursTodayText(hours, now, reader),
      })}
    </>
  );
}

/** What fields and their values are called, as far as Jira lists them. */
function namesOf(fields: readonly ListedField[]): IssueNames {
  return {
    fields: new Map(fields.map(({ id, name }) => [id, name])),
    values: new Map(
      fields.map(({ id, values = [] }) => [id, new Map(values.map((value) => [value.id, value.name]))]),
    ),
  };
}
