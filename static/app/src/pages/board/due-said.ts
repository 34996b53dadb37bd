import type { OpenTimerView } from '../../../../../src/contract/board';
import { elapsedBetween, hours, type Instant, type Span } from '../../../../../src/domain/time/instant';
import { DAY } from '../../../../../src/domain/time/wall-clock';
import type { State } from '../../parts/state-lozenge';
import { durationText } from '../../text/duration';
import type { Messages } from '../../text/messages';
import type { Sentence } from '../../text/sentence';

type Standing = Pick<OpenTimerView, 'state' | 'due' | 'waitsSince'>;

/** How a timer stands at `now`: it turns at its due instant, before the server has said so. */
export function statesAt({ state, due, waitsSince }: Standing, now: Instant): State[] {
  const first = due !== null && due <= now ? 'breached' : state === 'ended' ? 'cancelled' : state;
  return first === 'breached' && waitsSince !== null ? [first, 'paused'] : [first];
}

/** When a timer is or was due, and since when it waits. Time is told as it passes on the wall, not in service hours. */
export function dueSaid({ due, waitsSince }: Standing, now: Instant, messages: Messages): Sentence[] {
  const said: Sentence[] = [];
  if (due !== null) {
    const span = wallSpanText(due <= now ? elapsedBetween(due, now) : elapsedBetween(now, due), messages);
    const values = { due: { at: due, calendarZone: undefined }, span };
    said.push({ key: due <= now ? 'board.wasDue' : 'board.due', values });
  }
  if (waitsSince !== null) {
    const span = wallSpanText(elapsedBetween(waitsSince, now), messages);
    said.push({ key: 'board.waits', values: { since: { at: waitsSince, calendarZone: undefined }, span } });
  }
  return said;
}

const IN_DAYS_FROM = hours(48);

/** A span on the wall: to the second near its end, in days of 24 hours where it is long. */
export const wallSpanText = (span: Span, messages: Messages): string =>
  span < IN_DAYS_FROM
    ? durationText(span, messages, true)
    : messages.text('board.days', { count: Math.floor(span / DAY) });
