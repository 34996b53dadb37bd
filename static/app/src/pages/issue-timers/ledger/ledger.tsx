import type { ReactElement } from 'react';
import type { Instant } from '../../../../../../src/domain/time/instant';
import type { Cycle } from '../../../../../../src/domain/timer/cycle';
import { ledger } from '../../../../../../src/domain/timer/ledger';
import { useActs } from '../../../data/use-acts';
import { useReader } from '../../../parts/reader-context';
import { actText } from '../../../text/act-text';
import { whenText } from '../../../text/when';
import type { Terms } from '../goal-said';
import { hoursAmong } from '../hours-of';
import { factsBehind, ledgerRows } from './ledger-rows';
import { LedgerTable } from './ledger-table';
import styles from './ledger.module.css';

interface Props {
  readonly issueId: string;
  readonly cycle: Cycle;
  readonly terms: Terms;
  readonly now: Instant;
}

/** How the time used of a cycle came about, step by step, and what happened to the issue at each (engine rule 23). */
export function Ledger({ issueId, cycle, terms, now }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const steps = ledger(cycle, hoursAmong(terms.calendars), now);
  const { acts, failed } = useActs(issueId, factsBehind(steps));
  const reasonFor = (because: string): string | undefined => {
    const act = acts?.get(because);
    if (act) return actText(act, messages);
    if (because.startsWith('membership/')) return messages.text('ledger.act.groups');
    const revision = terms.versions[because]?.revision;
    return revision === undefined ? undefined : messages.text('ledger.act.published', { revision });
  };
  const created = [...(acts?.values() ?? [])].find((act) => act.kind === 'created')?.at;
  return (
    <div className={styles['ledger']}>
      <LedgerTable rows={ledgerRows(steps)} isOpen={cycle.end === null} reasonFor={reasonFor} now={now} />
      {created !== undefined && cycle.startedAt < created && (
        <p className={styles['note']}>
          {messages.text('ledger.notRecorded', { at: whenText(created, now, reader) })}
        </p>
      )}
      {failed && (
        <p className={styles['note']} role="status">
          {messages.text('ledger.namesMissing')}
        </p>
      )}
    </div>
  );
}
