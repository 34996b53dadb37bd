import type { ReactElement } from 'react';
import type { BreachRow, MonitoringView } from '../../../../../src/contract/breaches';
import { stateOf } from '../../../../../src/domain/breach/exception';
import { useIssues } from '../../data/use-names';
import { useAddress } from '../../parts/address';
import { IssueCell } from '../../parts/issue-cell';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import type { IssueAddress } from '../../platform/site-names';
import { durationText } from '../../text/duration';
import { agreementOf, breachTitle, causeName, originOf, overOf, tellingText } from './breach-text';
import styles from './breaches.module.css';
import { newAddressOf } from '../improvement/improvement-address';
import { ExceptionLozenge, VerdictLozenge } from './verdict-lozenge';

const columns = ['issue', 'target', 'happened', 'cause', 'told', 'measured', 'reported', 'open'] as const;

interface Props {
  readonly rows: readonly BreachRow[];
  readonly monitoring: MonitoringView;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  readonly open: (id: string) => void;
}

/** Breaches, each in a row: what was measured beside what is said. Those of timers can be chosen together. */
export function BreachTable({ rows, monitoring, chosen, choose, open }: Props): ReactElement {
  const { messages } = useReader();
  const issues = useIssues(rows.flatMap(({ timer }) => timer?.issue ?? []));
  const choosable = rows.flatMap(({ id, timer }) => (timer ? id : []));
  const areAll = choosable.length > 0 && choosable.every((id) => chosen.has(id));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <div className={styles['table']}>
      <Table label={messages.text('breaches.table')}>
        <thead>
          <tr>
            <td>
              <input
                type="checkbox"
                aria-label={messages.text('breaches.chooseAll')}
                checked={areAll}
                onChange={() => choose(new Set(areAll ? [] : choosable))}
              />
            </td>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`breaches.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              monitoring={monitoring}
              issue={row.timer ? issues?.get(row.timer.issue) : undefined}
              isChosen={chosen.has(row.id)}
              toggle={() => toggle(row.id)}
              open={() => open(row.id)}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  readonly row: BreachRow;
  readonly monitoring: MonitoringView;
  readonly issue: IssueAddress | null | undefined;
  readonly isChosen: boolean;
  readonly toggle: () => void;
  readonly open: () => void;
}

function Row({ row, monitoring, issue, isChosen, toggle, open }: RowProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { timer, said, exceptions } = row;
  const now = clockNow();
  const over = overOf(row);
  const agreement = monitoring.agreements.find(({ id }) => id === agreementOf(row))?.name;
  const name = issue?.key ?? said?.doc.byHand?.issue ?? timer?.issue ?? '';
  const last = exceptions.at(-1);
  return (
    <tr>
      <td>
        {timer && (
          <input
            type="checkbox"
            aria-label={messages.text('breaches.choose', { name, target: breachTitle(row, messages) })}
            checked={isChosen}
            onChange={toggle}
          />
        )}
      </td>
      <th scope="row">
        {timer ? <IssueCell id={timer.issue} issue={issue} /> : (said?.doc.byHand?.issue ?? '—')}
      </th>
      <td>
        {breachTitle(row, messages)}
        {timer && timer.goal !== null && timer.within !== null && (
          <div className="note">
            {messages.text('board.goal', { goal: timer.goal, within: durationText(timer.within, messages) })}
          </div>
        )}
        {said?.doc.byHand && (
          <div className="note">{messages.text('breaches.byHand.said', { ...said.doc.byHand })}</div>
        )}
        <div className="note">
          {timer
            ? messages.text('panel.agreement', {
                name: agreement ?? timer.agreement,
                revision: timer.version,
              })
            : agreement}
        </div>
      </td>
      <td>
        <Moment at={row.happenedAt} calendarZone={undefined} now={now} />
        {over !== undefined && (
          <div className="note">{messages.text('breaches.over', { over: durationText(over, messages) })}</div>
        )}
      </td>
      <td>
        {said?.doc.cause === undefined ? (
          <span className="note">{messages.text('breaches.said.none')}</span>
        ) : (
          causeName(said.doc.cause, monitoring, messages)
        )}
        {said?.doc.party && <div className="note">{messages.text(`breaches.party.${said.doc.party}`)}</div>}
      </td>
      <td>{tellingText(row, messages)}</td>
      <td>{timer && <VerdictLozenge verdict={timer.measured} />}</td>
      <td>
        {timer && <VerdictLozenge verdict={timer.reported} />}
        {last && (
          <div className="note">
            {messages.text(`breaches.exception.${last.doc.wanted.kind}`)}{' '}
            <ExceptionLozenge state={stateOf(last.doc)} />
          </div>
        )}
      </td>
      <td>
        <TextButton
          aria-label={messages.text('breaches.openOf', { name, target: breachTitle(row, messages) })}
          onClick={open}
        >
          {messages.text('breaches.open')}
        </TextButton>
        {monitoring.mayMonitor && (
          <div>
            <TextButton
              aria-label={messages.text('breaches.planOf', { name, target: breachTitle(row, messages) })}
              onClick={() => go(...newAddressOf(originOf(row)))}
            >
              {messages.text('improvement.planOne')}
            </TextButton>
          </div>
        )}
      </td>
    </tr>
  );
}
