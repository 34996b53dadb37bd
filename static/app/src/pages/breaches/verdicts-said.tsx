import type { ReactElement } from 'react';
import type { BreachRow } from '../../../../../src/contract/breaches';
import { useReader } from '../../parts/reader-context';
import styles from './breaches.module.css';
import { VerdictLozenge } from './verdict-lozenge';

/** What was measured beside what is reported: both are always shown (engine rule 17). */
export function VerdictsSaid({ timer }: { readonly timer: NonNullable<BreachRow['timer']> }): ReactElement {
  const { messages } = useReader();
  return (
    <p className={styles['verdicts']}>
      {(['measured', 'reported'] as const).map((which) => (
        <span key={which} className={styles['verdict']}>
          <span className="note">{messages.text(`breaches.${which}`)}</span>
          <VerdictLozenge verdict={timer[which]} />
        </span>
      ))}
    </p>
  );
}
