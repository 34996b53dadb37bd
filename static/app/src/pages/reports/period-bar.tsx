import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { endOf, shifted, type Period } from '../../../../../src/domain/report/periods';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { dayOf } from '../../text/wall-input';
import { periodText } from './report-text';
import { EARLIEST } from './reports-address';
import styles from './reports.module.css';

interface Props {
  readonly period: Period;
  readonly choose: (period: Period) => void;
}

/** The period that a report is of, and the way to the one before and the one after, as far as there is one. */
export function PeriodBar({ period, choose }: Props): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const [before, after] = [shifted(period, -1), shifted(period, 1)];
  const today = dayOf(clockNow(), zone);
  return (
    <div className={styles['period']}>
      <h3 className="subheading" aria-live="polite">
        {periodText(period, reader)}
        {endOf(period) > today && <span className={styles['sofar']}> {messages.text('reports.soFar')}</span>}
      </h3>
      <div className="buttons unprinted">
        <Button spacing="compact" isDisabled={before.from < EARLIEST} onClick={() => choose(before)}>
          {`← ${periodText(before, reader)}`}
        </Button>
        <Button spacing="compact" isDisabled={after.from > today} onClick={() => choose(after)}>
          {`${periodText(after, reader)} →`}
        </Button>
      </div>
    </div>
  );
}
