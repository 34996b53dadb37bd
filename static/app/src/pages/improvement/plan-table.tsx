import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ReactElement } from 'react';
import type { ActionRow, PlanAgreement } from '../../../../../src/contract/improvement';
import { stateOf } from '../../../../../src/domain/improvement/improvement';
import { useIssueStates } from '../../data/use-improvement';
import { usePersons } from '../../data/use-rights';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import type { IssueState } from '../../platform/issue-states';
import type { Person } from '../../platform/site-names';
import { datesText } from '../../text/day-text';
import { personName } from '../rights/person-name';
import { ActionLozenge, targetText } from './improvement-text';
import { IssueStateShown } from './issue-state-shown';
import styles from './improvement.module.css';

const columns = ['action', 'target', 'owner', 'due', 'state', 'issue'] as const;

interface Props {
  readonly rows: readonly ActionRow[];
  readonly agreements: readonly PlanAgreement[];
  readonly open: (id: string) => void;
}

/** Actions, each in a row, with how far the work on its issue is. */
export function PlanTable({ rows, agreements, open }: Props): ReactElement {
  const { messages } = useReader();
  const persons = usePersons(rows.map(({ doc }) => doc.owner));
  const states = useIssueStates(rows.flatMap(({ doc }) => doc.issue?.id ?? []));
  return (
    <div className={styles['table']}>
      <Table label={messages.text('improvement.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`improvement.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.doc.id}
              row={row}
              agreements={agreements}
              owner={persons.get(row.doc.owner)}
              issue={row.doc.issue && states?.get(row.doc.issue.id)}
              open={() => open(row.doc.id)}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  readonly row: ActionRow;
  readonly agreements: readonly PlanAgreement[];
  readonly owner: Person | undefined;
  readonly issue: IssueState | null | undefined;
  readonly open: () => void;
}

function Row({ row: { doc, isLate }, agreements, owner, issue, open }: RowProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  return (
    <tr>
      <th scope="row">
        <TextButton onClick={open}>{doc.title}</TextButton>
        <div className="note">
          {messages.text('improvement.kindFrom', {
            kind: messages.text(`improvement.kind.${doc.kind}`),
            source: messages.text(`improvement.source.${doc.source}`),
          })}
        </div>
      </th>
      <td>{targetText(doc, agreements, messages) ?? '—'}</td>
      <td>{personName(owner, messages)}</td>
      <td>
        <span className="figure">{datesText({ date: doc.due }, reader)}</span>
        {isLate && (
          <div>
            <Lozenge appearance="danger">{messages.text('improvement.late')}</Lozenge>
          </div>
        )}
      </td>
      <td>
        <ActionLozenge state={stateOf(doc)} />
      </td>
      <td>
        {doc.issue ? <IssueStateShown bound={doc.issue} issue={issue} /> : '—'}
        {issue?.isDone && stateOf(doc) === 'open' && (
          <div className="note">{messages.text('improvement.doneInJira')}</div>
        )}
      </td>
    </tr>
  );
}
