import Lozenge from '@atlaskit/lozenge';
import { useState, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { ListedService } from '../../../../../src/contract/catalogue';
import type { Count } from '../../data/use-caught';
import { useAddress } from '../../parts/address';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import styles from './catalogue.module.css';
import { pathKey, treeRows, type TreeFilter, type TreeRow } from './tree';

interface Props extends TreeFilter {
  readonly services: readonly ListedService[];
  readonly calendars: CalendarsView['calendars'];
  readonly count: Count | undefined;
}

const columns = ['name', 'kind', 'state', 'hours', 'criticality', 'caught'] as const;

/** The services of a catalogue, each over what it rests on. */
export function ServiceTree({ services, query, shows, calendars, count }: Props): ReactElement {
  const { messages } = useReader();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = treeRows(services, { query, shows }, open);
  if (rows.length === 0) return <p role="status">{messages.text('catalogue.none')}</p>;
  const shown = columns.filter((column) => column !== 'caught' || count);
  const toggle = (path: readonly string[]): void => {
    const key = pathKey(path);
    setOpen(new Set(open.has(key) ? [...open].filter((each) => each !== key) : [...open, key]));
  };
  return (
    <Table label={messages.text('catalogue.title')}>
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column} scope="col">
              {messages.text(`catalogue.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line
            key={pathKey(row.path)}
            row={row}
            services={services}
            calendars={calendars}
            count={count}
            toggle={() => toggle(row.path)}
          />
        ))}
      </tbody>
    </Table>
  );
}

interface LineProps extends Pick<Props, 'services' | 'calendars' | 'count'> {
  readonly row: TreeRow;
  readonly toggle: () => void;
}

const stateLooks = { draft: 'default', published: 'success', retired: 'removed' } as const;

function Line({ row, services, calendars, count, toggle }: LineProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { service, path, isParent, isOpen } = row;
  const { id, name, kind, state, hours, criticality, isMapped } = service;
  const nothing = messages.text('catalogue.nothing');
  const carries = services.filter(({ restsOn }) => restsOn?.includes(id)).length;
  const caught = isMapped ? String(count?.counts.get(id) ?? 0) : messages.text('catalogue.unmapped');
  return (
    <tr>
      <th scope="row">
        <div className={styles['node']} style={{ paddingInlineStart: `${(path.length - 1) * 24}px` }}>
          {isParent ? (
            <TextButton
              aria-expanded={isOpen}
              aria-label={messages.text('catalogue.expand', { name })}
              onClick={toggle}
            />
          ) : (
            <span className={styles['leaf']} />
          )}
          <div>
            <TextButton onClick={() => go('catalogue', id)}>{name}</TextButton>
            {carries > 1 && (
              <div className="note">{messages.text('catalogue.shared', { count: carries })}</div>
            )}
          </div>
        </div>
      </th>
      <td>{messages.text(`service.kind.${kind}`)}</td>
      <td>
        <Lozenge appearance={stateLooks[state]}>{messages.text(`service.state.${state}`)}</Lozenge>
      </td>
      <td>{calendars.find(({ record }) => record.id === hours)?.record.name ?? hours ?? nothing}</td>
      <td>{criticality ? messages.text(`service.criticality.${criticality}`) : nothing}</td>
      {count && <td className="figure">{state === 'retired' ? nothing : caught}</td>}
    </tr>
  );
}
