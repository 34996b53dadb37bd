import type { ReactElement, ReactNode } from 'react';
import type { Attainment } from '../../../../../src/domain/report/tally';
import { measured, reported } from '../../../../../src/domain/report/tally';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { durationText } from '../../text/duration';
import { FigureButton } from './figure-button';
import { beforeOf, countOf, lastOf } from './figures';
import { attainmentSaid, changeOf, changeSaid } from './report-text';
import type { FigureName } from './reports-address';
import styles from './reports.module.css';
import { fullName, type ReportRow } from './use-report-rows';

/** The counts that a report always shows, and those that it shows where there are some. */
const counted = ['breached', 'excluded', 'late'] as const;
const countedIfAny = ['unknown', 'no-promise'] as const;
const lengths = ['mean', 'median', 'ninetieth'] as const;

export type OpenFigure = (figure: FigureName, row: ReportRow) => void;

interface Props {
  readonly rows: readonly ReportRow[];
  readonly open: OpenFigure;
}

/** What became of each target in a period: attainment, counts, and how long it took. */
export function FiguresTable({ rows, open }: Props): ReactElement {
  const { messages } = useReader();
  const counts = [
    ...counted,
    ...countedIfAny.filter((figure) => rows.some(({ target }) => countOf(figure, target) > 0)),
  ];
  const isParted = rows.some(({ names }) => names.part !== undefined);
  return (
    <div className={styles['table']}>
      <Table label={messages.text('reports.table')}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {messages.text('reports.column.target')}
            </th>
            {isParted && (
              <th scope="col" rowSpan={2}>
                {messages.text('reports.column.part')}
              </th>
            )}
            <th scope="colgroup" colSpan={3}>
              {messages.text('reports.column.attainment')}
            </th>
            <th scope="colgroup" colSpan={counts.length}>
              {messages.text('reports.column.timers')}
            </th>
            <th scope="colgroup" colSpan={lengths.length}>
              {messages.text('reports.column.workingTime')}
            </th>
          </tr>
          <tr>
            {(['measured', 'reported', 'change', ...counts, ...lengths] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`reports.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={fullName(row.names)} row={row} counts={counts} open={open} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  readonly row: ReportRow;
  readonly counts: readonly FigureName[];
  readonly open: OpenFigure;
}

function Row({ row, counts, open }: RowProps): ReactElement {
  const { messages, locale } = useReader();
  const { target, names } = row;
  const of = fullName(names);
  const button = (figure: FigureName, text: string): ReactNode => (
    <FigureButton figure={figure} text={text} of={of} open={() => open(figure, row)} />
  );
  const now = lastOf(target);
  const change = changeOf(measured(now), measured(beforeOf(target)));
  return (
    <tr>
      <th scope="row">
        {names.timer}
        <div className="note">{names.agreement}</div>
      </th>
      {names.part !== undefined && <th scope="row">{names.part}</th>}
      <td>
        <Share of={measured(now)} button={(text) => button('measured', text)} />
      </td>
      <td>
        <Share of={reported(now)} button={(text) => button('reported', text)} />
      </td>
      <td>{change === undefined ? <Missing /> : <Change points={change} />}</td>
      {counts.map((figure) => {
        const count = countOf(figure, target);
        const text = count.toLocaleString(locale);
        return <td key={figure}>{count === 0 ? text : button(figure, text)}</td>;
      })}
      {lengths.map((length) => {
        const span = target[length];
        return (
          <td key={length}>
            {span === null ? <Missing /> : button('measured', durationText(span, messages))}
          </td>
        );
      })}
    </tr>
  );
}

interface ShareProps {
  readonly of: Attainment;
  readonly button: (text: string) => ReactNode;
}

/** A share and what it is made of; where there is nothing there is nothing to open. */
export function Share({ of, button }: ShareProps): ReactElement {
  const { main, cases } = attainmentSaid(of, useReader());
  return (
    <>
      {of.of === 0 ? <span className="note">{main}</span> : button(main)}
      {cases !== undefined && <div className="note">{cases}</div>}
    </>
  );
}

/** By how many points a share has changed. */
export function Change({ points }: { readonly points: number }): ReactElement {
  const { shown, heard } = changeSaid(points, useReader());
  return (
    <>
      <span aria-hidden>{shown}</span>
      <span className="visually-hidden">{heard}</span>
    </>
  );
}

/** Stands where there is no value. */
export function Missing(): ReactElement {
  const { messages } = useReader();
  return (
    <>
      <span className="note" aria-hidden>
        —
      </span>
      <span className="visually-hidden">{messages.text('reports.missing')}</span>
    </>
  );
}
