import type { ReactElement } from 'react';
import type { BreachView, MonitoringView } from '../../../../../src/contract/breaches';
import { usePersons } from '../../data/use-rights';
import { Disclosure } from '../../parts/disclosure';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { personName } from '../rights/person-name';
import styles from './breaches.module.css';
import { SaidFacts } from './said-facts';

interface Props {
  readonly history: BreachView['history'];
  readonly monitoring: MonitoringView;
}

/** What was said of a breach before, by whom and when. */
export function SaidBefore({ history, monitoring }: Props): ReactElement {
  const { messages } = useReader();
  const persons = usePersons(history.map(({ by }) => by));
  const now = clockNow();
  return (
    <Disclosure summary={messages.text('breaches.said.before', { count: history.length })}>
      <ol className={styles['exceptions']}>
        {history.map(({ revision, at, by, doc }) => (
          <li key={revision} className={styles['exception']}>
            <p className="note">
              <Moment at={at} calendarZone={undefined} now={now} /> · {personName(persons.get(by), messages)}
            </p>
            <SaidFacts doc={doc} monitoring={monitoring} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
