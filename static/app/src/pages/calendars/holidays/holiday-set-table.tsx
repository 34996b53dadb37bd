import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ReactElement } from 'react';
import type { CalendarsView } from '../../../../../../src/contract/calendars';
import type { Home } from '../../../data/use-calendars';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { TextButton } from '../../../parts/text-button';
import { clockNow } from '../../../platform/clock';
import { dateText } from '../../../text/when';
import { countAll, yearsOf } from './draft-days';

export type KeptSet = CalendarsView['holidaySets'][number];

interface Props {
  readonly home: Home;
  readonly sets: readonly KeptSet[];
  readonly calendars: CalendarsView['calendars'];
  readonly open: (id: string) => void;
  readonly putAway: (set: KeptSet) => void;
}

const columns = ['name', 'days', 'years', 'source', 'usedBy', 'changed'] as const;

/** Holiday sets: what they have, where it is from, and who uses it. */
export function HolidaySetTable({ home, sets, calendars, open, putAway }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const now = clockNow();
  return (
    <Table label={messages.text('holidays.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {messages.text(`holidays.column.${column}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => {
          const { record, revision, changedAt } = set;
          const years = yearsOf(record.days);
          const users = usersOf(record.id, calendars);
          const isOwn = set.home === home;
          return (
            <tr key={`${set.home} ${record.id}`}>
              <th scope="row">
                <TextButton onClick={() => open(record.id)}>{record.name}</TextButton>{' '}
                {set.home === 'site' && home === 'project' && (
                  <Lozenge>{messages.text('holidays.site')}</Lozenge>
                )}
              </th>
              <td className="figure">{countAll(record.days)}</td>
              <td className="figure">
                {years ? [...new Set(years)].join('–') : messages.text('holidays.everyYear')}
              </td>
              <td>{record.source ?? '–'}</td>
              <td>{users.length > 0 ? users.join(', ') : messages.text('holidays.unused')}</td>
              <td className="figure">
                {messages.text('holidays.changed', { date: dateText(changedAt, now, reader), revision })}
              </td>
              <td>
                {isOwn && users.length === 0 && (
                  <Button
                    appearance="subtle"
                    spacing="compact"
                    onClick={() => putAway(set)}
                    aria-label={messages.text('holidays.archive.putAwayOf', { name: record.name })}
                  >
                    {messages.text('holidays.archive.putAway')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** Names of the calendars that refer to a set. */
function usersOf(id: string, calendars: CalendarsView['calendars']): string[] {
  return calendars
    .filter(({ record }) => !record.archived && record.holidaySets?.includes(id))
    .map(({ record }) => record.name);
}
