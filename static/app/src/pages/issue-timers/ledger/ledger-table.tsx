import { Fragment, useState, type ReactElement } from 'react';
import { NO_TIME, type Instant, type Span } from '../../../../../../src/domain/time/instant';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { exactDurationText } from '../../../text/duration';
import { periodText, whenText } from '../../../text/when';
import { lasts, type LedgerRow } from './ledger-rows';
import styles from './ledger.module.css';

interface Props {
  readonly rows: readonly LedgerRow[];
  /** Whether the cycle still runs, so that its last row goes on. */
  readonly isOpen: boolean;
  /** What happened to the issue, in words; undefined while or where that is not known. */
  readonly reasonFor: (because: string) => string | undefined;
  readonly now: Instant;
}

const columns = ['when', 'what', 'counted', 'total', 'due'] as const;

/**
 * The ledger as a table; where there is no room, each row becomes a small block. The roles say that it stays a table, which
 * browsers forget when it is laid out otherwise.
 */
export function LedgerTable({ rows, ...rest }: Props): ReactElement {
  const { messages } = useReader();
  const total = rows.at(-1)?.total ?? NO_TIME;
  return (
    <div role="table" aria-label={messages.text('ledger.title')} className={styles['table']}>
      <div role="row" className={styles['columns']}>
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {messages.text(`ledger.column.${column}`)}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <RowWithParts key={`${row.from} ${row.kind}`} row={row} {...rest} />
      ))}
      <div role="row" className={styles['sum']}>
        <span role="cell" className={styles['sumName']} aria-colspan={3}>
          {messages.text('ledger.sum')}
        </span>
        <span role="cell" className={styles['figure']}>
          {exactDurationText(total, messages)}
        </span>
      </div>
    </div>
  );
}

type RowProps = Omit<Props, 'rows'> & { readonly row: LedgerRow };

function RowWithParts({ row, isOpen, reasonFor, now }: RowProps): ReactElement {
  const { messages } = useReader();
  const [open, setOpen] = useState(false);
  const reason = reasonFor(row.because);
  return (
    <>
      <Row row={row} isOpen={isOpen} now={now}>
        {reason !== undefined && <span className={styles['reason']}>{reason}</span>}
        {row.goal !== undefined && (
          <span className={styles['reason']}>{messages.text('ledger.goal', { goal: row.goal })}</span>
        )}
        {row.parts.length > 0 && (
          <TextButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {messages.text(open ? 'ledger.fold' : 'ledger.unfold', { count: row.parts.length })}
          </TextButton>
        )}
      </Row>
      {open &&
        row.parts.map((part) => (
          <Fragment key={part.from}>
            <Row row={part} isOpen={isOpen} now={now} isPart />
          </Fragment>
        ))}
    </>
  );
}

interface OneRowProps {
  readonly row: Omit<LedgerRow, 'parts' | 'goal'>;
  readonly isOpen: boolean;
  readonly now: Instant;
  readonly isPart?: boolean;
  readonly children?: React.ReactNode;
}

function Row({ row, isOpen, now, isPart = false, children }: OneRowProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { from, to, kind, by = '', counted, total, due } = row;
  const end = lasts(row, now, isOpen) ? undefined : to;
  const dueText = (): string => {
    // The row that it is a part of says so already.
    if (isPart) return '';
    return due === undefined ? '–' : whenText(due, now, reader);
  };
  return (
    <div role="row" className={styles['row']} data-kind={kind} data-part={isPart}>
      <span role="cell" className={styles['when']}>
        {periodText(from, end, now, reader)}
      </span>
      <span role="cell" className={styles['what']}>
        <span>{messages.text(`ledger.kind.${kind}`, { by })}</span>
        {children}
      </span>
      <span
        role="cell"
        className={styles['figure']}
        data-label={messages.text('ledger.column.counted')}
        data-empty={counted === 0}
      >
        <Amount of={counted} />
      </span>
      <span role="cell" className={styles['figure']} data-label={messages.text('ledger.column.total')}>
        {exactDurationText(total, messages)}
      </span>
      <span
        role="cell"
        className={styles['due']}
        data-label={messages.text('ledger.column.due')}
        data-empty={isPart || due === undefined}
      >
        {dueText()}
      </span>
    </div>
  );
}

function Amount({ of: amount }: { readonly of: Span }): ReactElement {
  const { messages } = useReader();
  if (amount === 0) return <>–</>;
  return (
    <>
      {amount < 0 && '−'}
      {exactDurationText(amount, messages)}
    </>
  );
}
