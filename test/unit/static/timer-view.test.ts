import {
  hours,
  instant,
  later,
  minutes,
  span,
  sum,
  type Instant,
  type Span,
} from '../../../src/domain/time/instant';
import type { Calendar } from '../../../src/domain/calendar/calendar';
import type { Cycle, CycleEnd, Stretch, Timer } from '../../../src/domain/timer/cycle';
import type { PromiseMade } from '../../../src/domain/timer/goal';
import {
  cycleSummary,
  cycleView,
  type CycleView,
} from '../../../static/app/src/pages/issue-timers/timer-view';
import type { Terms } from '../../../static/app/src/pages/issue-timers/goal-said';
import { conditionText } from '../../../static/app/src/text/condition-text';
import { durationText } from '../../../static/app/src/text/duration';
import { targetText } from '../../../static/app/src/text/goal-text';
import type { Sentence } from '../../../static/app/src/text/sentence';
import { whenText } from '../../../static/app/src/text/when';
import { inLondon, inShanghai } from './readers';

const nine = [['09:00', '17:00']] as const;
const office: Calendar = {
  id: 'office',
  name: 'Office hours, London',
  timeZone: 'Europe/London',
  weekly: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine },
  exceptions: [],
};
const terms: Terms = { calendars: { 'office@1': office }, versions: {} };

/** A Tuesday, in winter, so that London's wall shows UTC. */
const at = (clock: string): Instant => instant(Date.parse(`2026-11-24T${clock}:00Z`));
const within = (length: Span): PromiseMade => ({ goal: 'Critical', within: length, calendar: 'office@1' });
const counting = (from: Instant, to: Instant | null, promise: PromiseMade | null): Stretch => ({
  kind: 'counting',
  from,
  to,
  promise,
  because: 'issue/1',
});
const paused = (from: Instant, to: Instant | null, promise: PromiseMade | null): Stretch => ({
  kind: 'paused',
  by: 'Waiting for the customer',
  from,
  to,
  promise,
  because: 'change/1',
});

function cycleOf(
  stretches: readonly [Stretch, ...Stretch[]],
  end: Omit<CycleEnd, 'because'> | null = null,
): Cycle {
  const { from } = stretches[0];
  return {
    number: 1,
    version: 'it@1',
    startedAt: from,
    knownFrom: from,
    stretches,
    end: end && { ...end, because: 'change/9' },
  };
}

function timerOf(cycle: Cycle, unknown = false): Timer {
  const metric = { id: 'resolution', kind: 'resolution' } as const;
  return { agreement: { id: 'it', name: 'IT' }, metric, cycles: [cycle], unknown };
}

function viewAt(now: Instant, cycle: Cycle, unknown = false): CycleView {
  return cycleView(timerOf(cycle, unknown), cycle, terms, now);
}

function words({ key, values }: Sentence, now: Instant, reader = inLondon): string {
  const filled = Object.entries(values).map(([name, piece]): [string, string] => {
    if (typeof piece === 'string') return [name, piece];
    if ('condition' in piece) return [name, conditionText(piece.condition, reader)];
    if ('target' in piece) return [name, targetText(piece.target, piece.zone, now, reader)];
    return [
      name,
      'at' in piece
        ? whenText(piece.at, now, reader)
        : durationText(piece.span, reader.messages, piece.ticking),
    ];
  });
  return reader.messages.text(key, Object.fromEntries(filled));
}

function said(now: Instant, cycle: Cycle, unknown = false): { states: readonly string[]; lines: string[] } {
  const view = viewAt(now, cycle, unknown);
  return { states: view.states, lines: [view.headline, ...view.details].map((line) => words(line, now)) };
}

describe('what the panel says of a timer', () => {
  it('that runs', () => {
    const cycle = cycleOf([counting(at('10:00'), null, within(hours(4)))]);
    expect(said(at('11:50'), cycle)).toEqual({
      states: ['running'],
      lines: ['2 h 10 m left · due today 14:00'],
    });
    const view = viewAt(at('11:00'), cycle);
    expect(view.used).toEqual({ share: 0.25, atRiskAt: 0.75 });
    expect(view.due).toEqual({ at: at('14:00'), calendarZone: 'Europe/London' });
    expect(view.hours?.calendar.name).toBe('Office hours, London');
    expect(words(view.headline, at('11:00'), inShanghai)).toBe('剩余 3 小时 · 今天 22:00 截止');
  });

  it('counts the last hour by the second', () => {
    const cycle = cycleOf([counting(at('10:00'), null, within(hours(4)))]);
    expect(said(later(at('13:00'), span(1_000)), cycle)).toEqual({
      states: ['at-risk'],
      lines: ['59 m 59 s left · due today 14:00'],
    });
  });

  it('that is at risk, from the very instant on at which so much is used', () => {
    const cycle = cycleOf([counting(at('10:00'), null, { ...within(hours(4)), atRiskAt: 50 })]);
    expect(said(later(at('12:00'), span(-1)), cycle).states).toEqual(['running']);
    expect(said(at('12:00'), cycle).states).toEqual(['at-risk']);
    expect(viewAt(at('12:00'), cycle).used).toEqual({ share: 0.5, atRiskAt: 0.5 });
  });

  it('that is at risk and waits: both show', () => {
    const used = counting(at('09:00'), at('12:30'), within(hours(4)));
    const waiting = cycleOf([used, paused(at('12:30'), null, within(hours(4)))]);
    expect(said(at('14:00'), waiting).states).toEqual(['at-risk', 'paused']);
    const atNight = cycleOf([counting(at('13:30'), null, within(hours(4)))]);
    expect(said(at('22:00'), atNight).states).toEqual(['at-risk', 'out-of-hours']);
  });

  it('that is out of hours', () => {
    const cycle = cycleOf([counting(at('16:00'), null, within(hours(2)))]);
    expect(said(at('20:00'), cycle)).toEqual({
      states: ['out-of-hours'],
      lines: ['1 h left · due tomorrow 10:00', 'Service hours begin again tomorrow 09:00'],
    });
  });

  it('that is paused: what is left and why it waits, but no due time', () => {
    const cycle = cycleOf([
      counting(at('09:00'), at('11:00'), within(hours(4))),
      paused(at('11:00'), null, within(hours(4))),
    ]);
    expect(said(at('12:30'), cycle)).toEqual({
      states: ['paused'],
      lines: ['2 h left', 'Paused by “Waiting for the customer” since today 11:00'],
    });
  });

  it('that waits because its agreement is suspended', () => {
    const cycle = cycleOf([
      counting(at('09:00'), at('11:00'), within(hours(4))),
      { ...paused(at('11:00'), null, within(hours(4))), kind: 'suspended', by: 'Moving house' },
    ]);
    expect(said(at('12:30'), cycle)).toEqual({
      states: ['suspended'],
      lines: ['2 h left', 'Agreement suspended since today 11:00: Moving house'],
    });
  });

  it('that is due at a time on the wall', () => {
    const byNoon: PromiseMade = { goal: 'Noon', by: '12:00', onBusinessDay: 0, calendar: 'office@1' };
    const cycle = cycleOf([counting(at('10:00'), null, byNoon)]);
    expect(said(at('11:00'), cycle).lines).toEqual(['1 h left · due today 12:00']);
    expect(viewAt(at('11:00'), cycle).used?.share).toBe(0.5);
    expect(viewAt(at('11:00'), cycle).goal).toMatchObject({ values: { within: { target: byNoon } } });
  });

  it('that is breached and runs on', () => {
    const cycle = cycleOf([counting(at('09:00'), null, within(hours(2)))]);
    expect(said(at('12:05'), cycle)).toEqual({
      states: ['breached'],
      lines: ['1 h 5 m over · was due today 11:00'],
    });
    expect(viewAt(at('12:05'), cycle).used?.share).toBe(1);
  });

  it('that is breached and paused', () => {
    const cycle = cycleOf([
      counting(at('09:00'), at('12:00'), within(hours(2))),
      paused(at('12:00'), null, within(hours(2))),
    ]);
    expect(said(at('15:00'), cycle)).toEqual({
      states: ['breached', 'paused'],
      lines: ['1 h over · was due today 11:00', 'Paused by “Waiting for the customer” since today 12:00'],
    });
  });

  it('that stays breached though a longer goal took over', () => {
    const cycle = cycleOf([
      counting(at('09:00'), at('12:00'), within(hours(2))),
      counting(at('12:00'), null, within(hours(6))),
    ]);
    expect(said(at('13:00'), cycle)).toEqual({
      states: ['breached'],
      lines: ['Was due today 11:00', 'The goal has changed since then: 2 h left, due today 15:00'],
    });
  });

  it('that is breached by not a millisecond of working time', () => {
    const cycle = cycleOf([counting(at('15:00'), null, within(hours(2)))]);
    expect(said(at('18:00'), cycle)).toEqual({
      states: ['breached', 'out-of-hours'],
      lines: ['Was due today 17:00', 'Service hours begin again tomorrow 09:00'],
    });
  });

  it('that was met, with time to spare or at the last instant', () => {
    const stop = (clock: string): Cycle =>
      cycleOf([counting(at('09:00'), at(clock), within(hours(4)))], { kind: 'stopped', at: at(clock) });
    expect(said(at('15:00'), stop('10:00'))).toEqual({
      states: ['met'],
      lines: ['Met with 3 h to spare', 'Stopped today 10:00 · took 1 h of 4 h'],
    });
    expect(said(at('15:00'), stop('13:00')).lines[0]).toBe('Met just in time');
  });

  it('that stopped late', () => {
    const end = { kind: 'stopped', at: at('12:00') } as const;
    const cycle = cycleOf([counting(at('09:00'), at('12:00'), within(minutes(90)))], end);
    expect(said(at('15:00'), cycle)).toEqual({
      states: ['breached'],
      lines: ['1 h 30 m late · was due today 10:30', 'Stopped today 12:00 · took 3 h of 1 h 30 m'],
    });
  });

  it.each([
    ['cancelled', 'Cancelled today 11:00 after 2 h'],
    ['reset', 'Restarted today 11:00 after 2 h'],
  ] as const)('that was %s', (kind, line) => {
    const cycle = cycleOf([counting(at('09:00'), at('11:00'), within(hours(4)))], { kind, at: at('11:00') });
    expect(said(at('15:00'), cycle)).toEqual({ states: [kind], lines: ['Ended without a verdict', line] });
  });

  it('that was cancelled after its breach', () => {
    const cycle = cycleOf([counting(at('09:00'), at('12:00'), within(hours(2)))], {
      kind: 'cancelled',
      at: at('12:00'),
    });
    expect(said(at('15:00'), cycle)).toEqual({
      states: ['breached', 'cancelled'],
      lines: ['Was due today 11:00', 'Cancelled today 12:00 after 3 h'],
    });
  });

  it('that promises nothing', () => {
    const view = viewAt(at('12:00'), cycleOf([counting(at('09:00'), null, null)]));
    expect(view.states).toEqual(['no-promise']);
    expect(view.goal).toBeUndefined();
    expect(view.used).toBeUndefined();
  });

  it('whose history has a hole: no verdict, no share of the goal', () => {
    const cycle = cycleOf([counting(at('09:00'), null, within(hours(1)))]);
    expect(said(at('12:00'), cycle, true).states).toEqual(['unknown']);
    expect(viewAt(at('12:00'), cycle, true).used).toBeUndefined();
  });
});

describe('an earlier cycle in short', () => {
  it('says how it was judged, what it took and when it ran', () => {
    const end = { kind: 'stopped', at: at('11:30') } as const;
    const cycle = cycleOf([counting(at('09:00'), at('11:30'), within(hours(2)))], end);
    const now = later(at('11:30'), sum(hours(24), hours(1)));
    const { states, took, period } = cycleSummary(timerOf(cycle), cycle, terms, now);
    expect(states).toEqual(['breached']);
    expect(words(took, now)).toBe('Took 2 h 30 m of 2 h');
    expect(words(period, now)).toBe('yesterday 09:00 to yesterday 11:30');
  });
});
