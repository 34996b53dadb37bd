import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { CalendarRecord } from '../../../../../src/domain/calendar/calendar';
import { weekdays, type Weekday } from '../../../../../src/domain/time/local-date';
import { useReader } from '../../parts/reader-context';
import { weekdayName } from '../../text/weekly-hours';
import { cells, cellState, overhang, painted, spansOf } from './paint-hours';
import styles from './painter.module.css';

interface Props {
  readonly weekly: CalendarRecord['weekly'];
  readonly change: (weekly: CalendarRecord['weekly']) => void;
}

interface Place {
  readonly row: number;
  readonly cell: number;
}

interface Stroke {
  readonly from: Place;
  readonly to: Place;
  readonly isOpen: boolean;
}

const LAST_ROW = weekdays.length - 1;
const LAST_CELL = cells.length - 1;
const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

const between = (a: number, b: number): readonly [number, number] => [Math.min(a, b), Math.max(a, b)];

const covers = ({ from, to }: Stroke, { row, cell }: Place): boolean => {
  const [rows, columns] = [between(from.row, to.row), between(from.cell, to.cell)];
  return rows[0] <= row && row <= rows[1] && columns[0] <= cell && cell <= columns[1];
};

/** The week in half hours, opened and closed by strokes of the pointer, or with the arrow keys, Shift and Space. */
export function WeekPainter({ weekly, change }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const [place, setPlace] = useState<Place>({ row: 0, cell: 18 });
  const [anchor, setAnchor] = useState<Place>();
  const [stroke, setStroke] = useState<Stroke>();
  const table = useRef<HTMLTableElement>(null);
  const help = useId();

  const days = weekdays.map((day, row) => {
    const before = weekdays[(row + LAST_ROW) % weekdays.length] ?? day;
    const own = spansOf(weekly[day] ?? []);
    return { day, own, all: [...own, ...overhang(spansOf(weekly[before] ?? []))] };
  });
  const isOpenAt = ({ row, cell }: Place): boolean => cellState(days[row]?.own ?? [], cell) !== 'closed';

  const paint = ({ from, to, isOpen }: Stroke): void => {
    const [rows, columns] = [between(from.row, to.row), between(from.cell, to.cell)];
    const changed = weekdays
      .slice(rows[0], rows[1] + 1)
      .map((day: Weekday) => [day, painted(weekly[day] ?? [], columns, isOpen)] as const);
    change({ ...weekly, ...Object.fromEntries(changed) });
  };

  useEffect(() => {
    if (!stroke) return undefined;
    const end = (): void => {
      paint(stroke);
      setStroke(undefined);
    };
    const giveUp = (): void => setStroke(undefined);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', giveUp);
    return () => {
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', giveUp);
    };
  });

  const moveTo = (to: Place, from: Place | undefined): void => {
    setAnchor(from);
    setPlace(to);
    table.current?.querySelector<HTMLElement>(`[data-place="${to.row}/${to.cell}"]`)?.focus();
  };

  const press = (event: KeyboardEvent): void => {
    const { row, cell } = place;
    const moves: Readonly<Record<string, Place>> = {
      ArrowUp: { row: row - 1, cell },
      ArrowDown: { row: row + 1, cell },
      ArrowLeft: { row, cell: cell - 1 },
      ArrowRight: { row, cell: cell + 1 },
      Home: { row, cell: 0 },
      End: { row, cell: LAST_CELL },
    };
    const wanted = moves[event.key];
    if (wanted) {
      event.preventDefault();
      const to = { row: within(wanted.row, LAST_ROW), cell: within(wanted.cell, LAST_CELL) };
      moveTo(to, event.shiftKey ? (anchor ?? place) : undefined);
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      const from = anchor ?? place;
      paint({ from, to: place, isOpen: !isOpenAt(from) });
      setAnchor(undefined);
    }
  };

  const marked = stroke ?? (anchor && { from: anchor, to: place, isOpen: !isOpenAt(anchor) });
  const timeOf = (cell: number): string =>
    `${String(Math.floor(cell / 2)).padStart(2, '0')}:${cell % 2 === 0 ? '00' : '30'}`;
  return (
    <div className={styles['painter']}>
      <p id={help} className="note">
        {messages.text('calendars.week.paint')}
      </p>
      <div className={styles['scroll']}>
        <table
          ref={table}
          role="grid"
          aria-label={messages.text('calendars.week.grid')}
          aria-describedby={help}
          aria-multiselectable="true"
          className={styles['grid']}
          onKeyDown={press}
        >
          <thead>
            <tr>
              <td />
              {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
                <th key={hour} scope="colgroup" colSpan={6}>
                  {timeOf(hour * 2)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, own, all }, row) => (
              <tr key={day}>
                <th scope="row">{weekdayName(day, reader, 'short')}</th>
                {cells.map((cell) => {
                  const here = { row, cell };
                  const state = cellState(own, cell);
                  const isCarried = state === 'closed' && cellState(all, cell) !== 'closed';
                  const isMarked = marked !== undefined && covers(marked, here);
                  const shown = isMarked
                    ? marked.isOpen
                      ? 'opening'
                      : 'closing'
                    : isCarried
                      ? 'carried'
                      : state;
                  return (
                    <td
                      key={cell}
                      role="gridcell"
                      data-place={`${row}/${cell}`}
                      data-state={shown}
                      tabIndex={place.row === row && place.cell === cell ? 0 : -1}
                      aria-selected={state !== 'closed'}
                      aria-label={messages.text(
                        isCarried ? 'calendars.week.carried' : `calendars.week.cell.${state}`,
                        { day: weekdayName(day, reader, 'long'), from: timeOf(cell), to: timeOf(cell + 1) },
                      )}
                      onPointerDown={(event) => {
                        if (event.button !== 0) return;
                        event.preventDefault();
                        event.currentTarget.releasePointerCapture(event.pointerId);
                        setAnchor(undefined);
                        setPlace(here);
                        setStroke({ from: here, to: here, isOpen: state === 'closed' });
                      }}
                      onPointerEnter={() => stroke && setStroke({ ...stroke, to: here })}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
