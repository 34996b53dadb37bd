import { useState, type ReactElement } from 'react';
import type { AlertsPreviewSum } from '../../../../data/use-alerts-preview';
import { useIssues, usePeople } from '../../../../data/use-names';
import { Disclosure } from '../../../../parts/disclosure';
import { IssueCell } from '../../../../parts/issue-cell';
import { Moment } from '../../../../parts/moment';
import { useReader } from '../../../../parts/reader-context';
import { Table } from '../../../../parts/table';
import { clockNow } from '../../../../platform/clock';

interface Props {
  /** What they would have passed. */
  readonly label: string;
  readonly told: AlertsPreviewSum['told'];
}

/** As many as somebody looks through; all are counted. */
const MOST_SHOWN = 50;

/** The issues that people would have been told of, the latest first; they are looked up once somebody wants to see them. */
export function ToldTable({ label, told }: Props): ReactElement {
  const { messages } = useReader();
  const [isOpen, setOpen] = useState(false);
  const shown = [...told].sort((a, b) => b.at - a.at).slice(0, MOST_SHOWN);
  return (
    <Disclosure
      summary={messages.text('agreement.edit.alert.preview.list', { count: shown.length })}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      {isOpen && <Rows label={label} told={shown} />}
    </Disclosure>
  );
}

function Rows({ label, told }: Props): ReactElement {
  const { messages } = useReader();
  const issues = useIssues(told.map(({ issue }) => issue));
  const people = usePeople(told.flatMap(({ assignee }) => assignee ?? []));
  const now = clockNow();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{messages.text('escalations.column.issue')}</th>
          <th scope="col">{messages.text('escalations.column.passed')}</th>
          <th scope="col">{messages.text('agreement.edit.alert.preview.assignee')}</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ issue, at, assignee }, index) => (
          <tr key={index}>
            <th scope="row">
              <IssueCell id={issue} issue={issues?.get(issue)} />
            </th>
            <td>
              <Moment at={at} calendarZone={undefined} now={now} />
            </td>
            <td>
              {assignee === null
                ? messages.text('agreement.edit.alert.preview.unassigned')
                : (people.get(assignee) ?? messages.text('person.unknown'))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
