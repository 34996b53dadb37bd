import type { ReactElement } from 'react';
import type { BreachView, HoldingView } from '../../../../../src/contract/breaches';
import { NO_TIME, sum, type Span } from '../../../../../src/domain/time/instant';
import { usePersons } from '../../data/use-rights';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { exactDurationText } from '../../text/duration';
import { periodText } from '../../text/when';
import { personName } from '../rights/person-name';
import styles from './breaches.module.css';

interface Props {
  readonly held: NonNullable<BreachView['held']>;
}

/** Who held the issue when, and how much of the time that counted: by group where the project has groups, and by person. */
export function HeldTable({ held: { people, groups } }: Props): ReactElement {
  const { messages } = useReader();
  const persons = usePersons(people.flatMap(({ holder }) => holder ?? []));
  return (
    <>
      {groups && <Held by="groups" holdings={groups} nameOf={(name) => name} />}
      <Held by="people" holdings={people} nameOf={(account) => personName(persons.get(account), messages)} />
    </>
  );
}

interface HeldProps {
  readonly by: 'groups' | 'people';
  readonly holdings: readonly HoldingView[];
  readonly nameOf: (holder: string) => string;
}

function Held({ by, holdings, nameOf }: HeldProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const now = clockNow();
  const total = holdings.reduce<Span>((so, { counted }) => sum(so, counted), NO_TIME);
  return (
    <div className={styles['wide']}>
      <Table label={messages.text(`breaches.held.${by}`)}>
        <thead>
          <tr>
            <th scope="col">{messages.text(`breaches.held.${by}`)}</th>
            <th scope="col">{messages.text('breaches.held.when')}</th>
            <th scope="col">{messages.text('breaches.held.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {holdings.map(({ holder, from, to, counted }) => (
            <tr key={from}>
              <th scope="row">{holder === null ? messages.text('board.unassigned') : nameOf(holder)}</th>
              <td>{periodText(from, to, now, reader)}</td>
              <td className="figure">{exactDurationText(counted, messages)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={2}>
              {messages.text('ledger.sum')}
            </th>
            <td className="figure">{exactDurationText(total, messages)}</td>
          </tr>
        </tbody>
      </Table>
    </div>
  );
}
