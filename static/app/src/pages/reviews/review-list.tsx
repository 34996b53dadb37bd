import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { ReportRowView, ReviewListView, ReviewRowView } from '../../../../../src/contract/reviews';
import { lastDayOf } from '../../../../../src/domain/report/periods';
import { useChangeReviews } from '../../data/use-reviews';
import { useAddress } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { ExportButton } from '../../parts/export-button';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { csvText } from '../../text/csv';
import { failureText } from '../../text/failure-text';
import type { Messages } from '../../text/messages';
import { PrepareForm } from './prepare-form';
import { dayText, reviewText } from './review-text';
import { ONE, REPORT, REVIEWS } from './reviews-address';
import styles from './reviews.module.css';
import { ReviewLozenge } from './state-lozenge';

type Row = ReviewRowView | ReportRowView;
const states = ['all', 'due', 'late', 'open', 'closed'] as const;
type Shown = (typeof states)[number];

interface Props {
  readonly part: 'reviews' | 'reports';
  readonly list: ReviewListView;
}

/** The reviews or the service reports of a project: those that there are, and those that are due. */
export function ReviewList({ part, list }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const [agreement, setAgreement] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [isPreparing, setPreparing] = useState(false);
  const preparing = useChangeReviews('prepareReview');
  const kind = part === 'reviews' ? 'review' : 'service-report';
  const open = (id: string): void => go(REVIEWS, part === 'reviews' ? ONE : REPORT, id);
  const prepare = ({ id, agreement: of, period }: Row): void =>
    preparing.mutate({ kind, agreement: of, period }, { onSuccess: () => open(id) });
  const nameOf = (id: string): string => list.agreements.find((each) => each.id === id)?.name ?? id;
  const all: readonly Row[] = list[part];
  const rows = all.filter((row) => (agreement === '' || row.agreement === agreement) && isShown(row, shown));
  const late = all.filter(({ isLate }) => isLate).length;
  return (
    <>
      <div className="section-head">
        <h2 id="reviews" className="heading">
          {messages.text(`reviews.part.${part}`)}
        </h2>
        <div className="buttons">
          {list.mayMonitor && list.agreements.length > 0 && (
            <Button onClick={() => setPreparing(true)}>{messages.text(`reviews.prepare.${part}`)}</Button>
          )}
          {rows.length > 0 && (
            <ExportButton
              label={messages.text('breaches.csv.export')}
              name={messages.text('reviews.csv.name')}
              text={() => reviewsCsv(rows, nameOf, messages)}
            />
          )}
        </div>
      </div>
      <p className="note">{messages.text(`reviews.intro.${part}`)}</p>
      {late > 0 && (
        <Notice tone="warning">{messages.text(`reviews.lateOnes.${part}`, { count: late })}</Notice>
      )}
      {preparing.error && (
        <Notice tone="error" title={messages.text('reviews.notPrepared')}>
          {failureText(preparing.error, messages)}
        </Notice>
      )}
      {all.length === 0 ? (
        <Notice tone="information" title={messages.text(`reviews.nothing.${part}`)}>
          {messages.text('reviews.nothing.text')}
        </Notice>
      ) : (
        <div className={styles['filters']}>
          <ChoiceField
            label={messages.text('breaches.agreement')}
            value={agreement}
            choices={[
              { value: '', label: messages.text('board.all') },
              ...list.agreements.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            change={setAgreement}
          />
          <ChoiceField
            label={messages.text('reviews.filter.label')}
            value={shown}
            choices={states.map((value) => ({ value, label: messages.text(`reviews.filter.${value}`) }))}
            change={(value) => setShown(value as Shown)}
          />
        </div>
      )}
      {all.length > 0 && rows.length === 0 && (
        <Notice tone="information">{messages.text('reviews.noneFits')}</Notice>
      )}
      {rows.length > 0 && (
        <Rows
          label={messages.text(`reviews.part.${part}`)}
          rows={rows}
          nameOf={nameOf}
          act={({ row, isDue }) => (isDue ? prepare(row) : open(row.id))}
          mayPrepare={list.mayMonitor && !preparing.isPending}
        />
      )}
      {isPreparing && (
        <Dialog title={messages.text(`reviews.prepare.${part}`)} close={() => setPreparing(false)}>
          <PrepareForm kind={kind} list={list} close={() => setPreparing(false)} open={open} />
        </Dialog>
      )}
    </>
  );
}

const DONE: readonly Row['state'][] = ['closed', 'issued'];

function isShown({ state, isLate }: Row, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'due':
      return state === 'due';
    case 'late':
      return isLate;
    case 'open':
      return state !== 'due' && !DONE.includes(state);
    case 'closed':
      return DONE.includes(state);
  }
}

interface RowsProps {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly nameOf: (agreement: string) => string;
  readonly act: (on: { readonly row: Row; readonly isDue: boolean }) => void;
  readonly mayPrepare: boolean;
}

function Rows({ label, rows, nameOf, act, mayPrepare }: RowsProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  return (
    <Table label={label}>
      <thead>
        <tr>
          {(['period', 'agreement', 'dueOn', 'state', 'open'] as const).map((column) => (
            <th key={column} scope="col">
              {messages.text(`reviews.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isDue = row.state === 'due';
          const name = `${nameOf(row.agreement)}, ${reviewText(row.period, reader)}`;
          return (
            <tr key={row.id}>
              <th scope="row">{reviewText(row.period, reader)}</th>
              <td>{nameOf(row.agreement)}</td>
              <td className="figure">{dayText(row.dueOn, reader)}</td>
              <td>
                <ReviewLozenge state={row.state} isLate={row.isLate} />
                {row.chasedOn !== null && (
                  <div className="note">
                    {messages.text('reviews.chased', { day: dayText(row.chasedOn, reader) })}
                  </div>
                )}
              </td>
              <td className="figure">
                {(!isDue || mayPrepare) && (
                  <TextButton
                    aria-label={messages.text(isDue ? 'reviews.prepareOf' : 'reviews.openOf', { name })}
                    onClick={() => act({ row, isDue })}
                  >
                    {messages.text(isDue ? 'reviews.prepareOne' : 'reviews.open')}
                  </TextButton>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

const columns = ['rhythm', 'from', 'to', 'agreement', 'dueOn', 'state', 'late'] as const;

/** The register as a table that spreadsheets open. */
function reviewsCsv(rows: readonly Row[], nameOf: (agreement: string) => string, messages: Messages): string {
  return csvText([
    columns.map((column) => messages.text(`reviews.csv.${column}`)),
    ...rows.map(({ period, agreement, dueOn, state, isLate }) => [
      messages.text(`reviews.rhythm.${period.kind}`),
      period.from,
      lastDayOf(period),
      nameOf(agreement),
      dueOn,
      messages.text(`reviews.state.${state}`),
      isLate ? messages.text('reviews.late') : '',
    ]),
  ]);
}
