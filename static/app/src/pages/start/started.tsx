import type { ReactElement } from 'react';
import type { DefinitionsView, ImportResult } from '../../../../../src/contract/views';
import { useAddress } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { BackfillSection } from '../project-settings/backfill-section';
import { ProblemList } from '../project-settings/problem-list';
import styles from './start.module.css';

interface Props {
  readonly definitions: DefinitionsView;
  /** What was put into force just now; undefined for a reader who comes later. */
  readonly imported: ImportResult | undefined;
  /** Somebody else has put something into force while the reader was choosing. */
  readonly isLate: boolean;
}

/** What there is to do once something is promised. */
export function Started({ definitions, imported, isLate }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { agreements, calendars } = definitions;
  const [agreement] = agreements;
  const used = new Set(
    agreements.flatMap(({ metrics }) =>
      metrics.flatMap(({ goals }) => goals.map(({ calendar }) => calendar)),
    ),
  );
  const calendar = calendars.find(({ id }) => used.has(id));
  return (
    <div className={styles['form']}>
      {isLate && <Notice tone="warning">{messages.text('start.done.late')}</Notice>}
      <Notice
        tone={imported ? 'success' : 'information'}
        title={messages.text(imported ? 'start.done.now' : 'start.done.already')}
      >
        {messages.text('start.done.agreements', { count: agreements.length, name: agreement?.name ?? '' })}
        {imported && imported.warnings.length > 0 && <ProblemList problems={imported.warnings} />}
      </Notice>
      <section className={styles['step']} aria-labelledby="next">
        <h2 id="next" className="heading">
          {messages.text('start.next.title')}
        </h2>
        <ul className={styles['next']}>
          <li>
            <span>{messages.text('start.next.issue')}</span>
          </li>
          <li>
            <span>{messages.text('start.next.search')}</span> <code>slaState = breached</code>
          </li>
          {calendar && (
            <li>
              <span>{messages.text('start.next.calendar', { name: calendar.name })}</span>{' '}
              <TextButton onClick={() => go('calendars', calendar.id)}>
                {messages.text('start.next.openCalendar')}
              </TextButton>
            </li>
          )}
          <li>
            <span>{messages.text('start.next.agreement')}</span>{' '}
            <TextButton onClick={() => go()}>{messages.text('start.next.openOverview')}</TextButton>
          </li>
        </ul>
      </section>
      <BackfillSection />
    </div>
  );
}
