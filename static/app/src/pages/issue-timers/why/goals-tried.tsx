import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { GoalExplanation, MetricExplanation } from '../../../../../../src/contract/explanation';
import { useReader } from '../../../parts/reader-context';
import { conditionText } from '../../../text/condition-text';
import { factsText, type IssueNames } from '../../../text/fact-text';
import { fieldName } from '../../../text/field-name';
import { goalText } from '../../../text/goal-text';
import type { Reader } from '../../../text/reader';
import styles from './why.module.css';

const appearances = {
  won: 'success',
  unmet: 'neutral',
  'no-value': 'warning',
  'not-reached': 'neutral',
} as const satisfies Record<GoalExplanation['outcome']['kind'], ComponentProps<typeof Lozenge>['appearance']>;

interface Props {
  readonly metric: MetricExplanation;
  readonly names: IssueNames;
}

/** The goals of a timer in the order in which they are tried, and what came of each (T2, engine rule 22). */
export function GoalsTried({ metric, names }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  return (
    <section className={styles['tried']}>
      <h4 className="label">{messages.text('why.goals')}</h4>
      <ol className={styles['list']}>
        {metric.goals.map(({ goal, outcome }, index) => (
          <li key={index}>
            <span className={styles['head']}>
              <span className={styles['name']}>
                {messages.text('why.goalNamed', { goal: goal.name, terms: goalText(goal, reader) })}
              </span>
              <Lozenge appearance={appearances[outcome.kind]}>
                {messages.text(`why.outcome.${outcome.kind}`)}
              </Lozenge>
            </span>
            {reasonsFor({ goal, outcome }, names, reader).map((reason) => (
              <p key={reason} className={styles['reason']}>
                {reason}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function reasonsFor({ goal, outcome }: GoalExplanation, names: IssueNames, reader: Reader): string[] {
  const { messages } = reader;
  const only = goal.when
    ? messages.text('why.onlyIf', { condition: conditionText(goal.when, reader) })
    : messages.text('why.always');
  switch (outcome.kind) {
    case 'unmet':
      return [only, messages.text('why.here', { facts: factsText(outcome.unmet, names, reader) })];
    case 'no-value':
      return [only, messages.text('why.noValue', { field: fieldName(outcome.field, messages) })];
    case 'won':
      return goal.when
        ? [messages.text('why.because', { condition: conditionText(goal.when, reader) })]
        : [only];
    case 'not-reached':
      return [only];
  }
}
