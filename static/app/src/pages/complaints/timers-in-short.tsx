import type { ReactElement } from 'react';
import type { TimerInShort } from '../../../../../src/contract/complaint-issues';
import { useReader } from '../../parts/reader-context';
import { Saying } from '../../parts/saying';
import { StateLozenge } from '../../parts/state-lozenge';
import { useNow } from '../../parts/use-now';
import { dueSaid, statesAt } from '../board/due-said';
import styles from './complaint-issues.module.css';

/** How the timers of an issue stand, and when they are due. */
export function TimersInShort({ timers }: { readonly timers: readonly TimerInShort[] }): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  if (timers.length === 0) return <span className="note">{messages.text('complaints.issues.noTimers')}</span>;
  return (
    <ul className={styles['timers']}>
      {timers.map((timer) => (
        <li key={`${timer.agreement} ${timer.metric}`}>
          <span className={styles['timer']}>
            {messages.text(`timer.kind.${timer.kind}`)}
            {statesAt(timer, now).map((state) => (
              <StateLozenge key={state} state={state} />
            ))}
          </span>
          {dueSaid(timer, now, messages).map((said) => (
            <div key={said.key} className="note">
              <Saying of={said} now={now} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
