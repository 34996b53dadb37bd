import type { ReactElement } from 'react';
import type { BoardView } from '../../../../../src/contract/board';
import { WAITING_LONG } from '../../../../../src/domain/report/waiting-long';
import { DAY } from '../../../../../src/domain/time/wall-clock';
import { useAddress } from '../../parts/address';
import { useReader } from '../../parts/reader-context';
import { addressOf, type BoardChoice } from '../board/board-address';
import styles from './overview.module.css';

type States = NonNullable<BoardChoice['states']>;

const tiles = [
  { name: 'late', states: ['breached'] },
  { name: 'at-risk', states: ['at-risk'] },
  { name: 'running', states: ['running'] },
  { name: 'paused', states: ['paused'] },
] as const satisfies readonly { readonly name: string; readonly states: States }[];

/** How many timers stand how; each number leads to the timers behind it. */
export function StateTiles({ board }: { readonly board: BoardView }): ReactElement {
  const { messages } = useReader();
  const countOf = (states: States): number =>
    states.reduce((sum, state) => sum + (board.counts[state] ?? 0), 0);
  return (
    <ul className={styles['tiles']} aria-label={messages.text('overview.tiles')}>
      {tiles.map(({ name, states }) => (
        <Tile
          key={name}
          name={name}
          label={messages.text(`overview.tile.${name}`)}
          count={countOf(states)}
          leadsTo={{ filter: {}, states }}
        />
      ))}
      <Tile
        name="paused-long"
        label={messages.text('board.waitingLong', { count: WAITING_LONG / DAY })}
        count={board.waitingLong}
        leadsTo={{ filter: {}, waitingLong: true }}
      />
    </ul>
  );
}

interface Props {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly leadsTo: BoardChoice;
}

function Tile({ name, label, count, leadsTo }: Props): ReactElement {
  const { locale } = useReader();
  const { go } = useAddress();
  return (
    <li>
      <button
        type="button"
        className={styles['tile']}
        data-tile={name}
        onClick={() => go(...addressOf(leadsTo))}
      >
        <span className={styles['count']}>{count.toLocaleString(locale)}</span>
        <span>{label}</span>
      </button>
    </li>
  );
}
