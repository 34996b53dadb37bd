import type { ReactElement } from 'react';
import type { ActionView, PlanAgreement } from '../../../../../src/contract/improvement';
import { stateOf } from '../../../../../src/domain/improvement/improvement';
import { usePersons } from '../../data/use-rights';
import { Disclosure } from '../../parts/disclosure';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { datesText } from '../../text/day-text';
import styles from '../breaches/breaches.module.css';
import { personName } from '../rights/person-name';
import { ActionLozenge, targetText } from './improvement-text';

interface Props {
  readonly history: ActionView['history'];
  readonly agreements: readonly PlanAgreement[];
}

/** How an action was saved before, by whom and when. */
export function ActionHistory({ history, agreements }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const persons = usePersons(history.flatMap(({ by, doc }) => [by, doc.owner]));
  const now = clockNow();
  return (
    <Disclosure summary={messages.text('improvement.history', { count: history.length })}>
      <ol className={styles['exceptions']}>
        {history.map(({ revision, at, by, doc }) => (
          <li key={revision} className={styles['exception']}>
            <p className="note">
              <Moment at={at} calendarZone={undefined} now={now} /> · {personName(persons.get(by), messages)}
            </p>
            <p className={styles['line']}>
              <ActionLozenge state={stateOf(doc)} /> {doc.title}
            </p>
            <p className="note">
              {[
                datesText({ date: doc.due }, reader),
                personName(persons.get(doc.owner), messages),
                targetText(doc, agreements, messages),
                doc.issue?.key,
                doc.dropped?.reason ?? doc.reopened?.reason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
