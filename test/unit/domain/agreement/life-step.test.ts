import * as fc from 'fast-check';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { entriesOf, type LifeStep, type StepTaken } from '../../../../src/domain/agreement/life-step';
import type { Revision } from '../../../../src/domain/agreement/revisions';
import { ruleBook } from '../../../../src/domain/agreement/rule-book';
import { standingOf } from '../../../../src/domain/agreement/standing-of';
import { compiledCalendars } from '../../../../src/app/evaluate-issue';
import { days, hours, later, type Instant } from '../../../../src/domain/time/instant';
import { evaluate } from '../../../../src/domain/timer/evaluate';
import {
  at,
  changed,
  created,
  goal,
  nineToFive,
  onWednesday,
  publication,
  resolutionMetric,
} from '../../../support/builders';

const taken = (time: string, step: Omit<LifeStep, 'id'>): StepTaken =>
  ({ id: 'desk', ...step, at: onWednesday(time) }) as StepTaken;
const suspend = (time: string, from: string, to?: string): StepTaken =>
  taken(time, {
    step: 'suspend',
    from: onWednesday(from),
    ...(to !== undefined && { to: onWednesday(to) }),
    reason: 'Strike',
  } as Omit<LifeStep, 'id'>);
const terminate = (time: string, from: string): StepTaken =>
  taken(time, {
    step: 'terminate',
    from: onWednesday(from),
    runOff: 'finish',
    reason: 'Over',
  } as Omit<LifeStep, 'id'>);
const word = (time: string, step: 'reinstate' | 'continue' | 'archive' | 'restore'): StepTaken =>
  taken(time, { step, reason: '' });
const said = (...steps: StepTaken[]): string[] =>
  entriesOf(steps).map(({ at: when, kind }) => `${new Date(when).toISOString().slice(11, 16)} ${kind}`);

describe('the steps of an agreement', () => {
  it('suspend it until it is reinstated, or until the time that was named', () => {
    expect(said(suspend('09:00', '10:00'))).toEqual(['10:00 suspended']);
    expect(said(suspend('09:00', '10:00'), word('11:00', 'reinstate'))).toEqual([
      '10:00 suspended',
      '11:00 reinstated',
    ]);
    expect(said(suspend('09:00', '10:00', '12:00'))).toEqual(['10:00 suspended', '12:00 reinstated']);
  });

  it('leave nothing of a suspension that was taken back before it began', () => {
    expect(said(suspend('09:00', '10:00'), word('09:30', 'reinstate'))).toEqual([]);
  });

  it('let a later suspension take the place of what is left of an earlier one', () => {
    expect(said(suspend('09:00', '10:00'), suspend('10:30', '11:00', '12:00'))).toEqual([
      '10:00 suspended',
      '11:00 reinstated',
      '11:00 suspended',
      '12:00 reinstated',
    ]);
  });

  it('end it, unless the end is taken back or put off before it comes', () => {
    expect(said(terminate('09:00', '15:00'))).toEqual(['15:00 ended']);
    expect(said(terminate('09:00', '15:00'), word('10:00', 'continue'))).toEqual([]);
    expect(said(terminate('09:00', '15:00'), terminate('10:00', '16:00'))).toEqual(['16:00 ended']);
    expect(said(terminate('09:00', '10:00'), word('11:00', 'continue'))).toEqual(['10:00 ended']);
  });

  it('never overlap: whatever is done, suspensions and reinstatements take turns', () => {
    const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
    const hour = fc.integer({ min: 0, max: 23 });
    const stepAt = fc
      .tuple(hour, fc.nat(6), fc.option(fc.integer({ min: 1, max: 6 })))
      .map(([when, delay, length]): StepTaken => {
        const from = Math.min(23, when + delay);
        if (delay === 6) return word(clock(when), 'reinstate');
        return length !== null && from + length < 24
          ? suspend(clock(when), clock(from), clock(from + length))
          : suspend(clock(when), clock(from));
      });
    fc.assert(
      fc.property(fc.array(stepAt, { maxLength: 8 }), (plan) => {
        const entries = entriesOf([...plan].sort((a, b) => a.at - b.at));
        entries.forEach(({ kind, at: when }, index) => {
          expect(kind).toBe(index % 2 === 0 ? 'suspended' : 'reinstated');
          expect(when).toBeGreaterThanOrEqual(entries[index - 1]?.at ?? 0);
        });
      }),
    );
  });
});

const metric = resolutionMetric([goal('Four hours', hours(4))]);
const { agreement } = publication([metric]);
const saved = (change: string, when: Instant, seq: number, doc: Agreement): Revision => ({
  kind: 'agreement',
  change,
  seq,
  at: when,
  doc,
});
const stepTaken = (change: string, when: Instant, seq: number, doc: LifeStep): Revision => ({
  kind: 'step',
  change,
  seq,
  at: when,
  doc,
});
const calendar = (change: string, when: Instant, seq: number, name: string): Revision => ({
  kind: 'calendar',
  change,
  seq,
  at: when,
  doc: { ...nineToFive, name },
});
const first = at('2026-01-01T00:00Z');
const base = [calendar('c1', first, 1, 'Nine to five'), saved('c1', first, 1, agreement)];

describe('a rule book with steps', () => {
  const facts = [created(onWednesday('09:00')), changed(onWednesday('15:00'), { status: 'Open → Done' })];
  const timerBy = (revisions: readonly Revision[], now = onWednesday('16:00')) => {
    const book = ruleBook(revisions);
    return evaluate({ facts }, book.rules, compiledCalendars(book), now)[0];
  };

  it('has the timers wait while the agreement is suspended', () => {
    const doc = suspend('08:00', '10:00', '12:00');
    const revisions = [...base, stepTaken('s1', onWednesday('08:00'), 1, doc)];
    expect(timerBy(base)?.standings[0]).toMatchObject({ verdict: 'breached' });
    expect(timerBy(revisions)?.standings[0]).toMatchObject({ verdict: 'met', elapsed: hours(4) });
    expect(ruleBook(revisions).version).toBe('2/s1');
  });

  it('is the same book after a step that no timer heeds', () => {
    const archived = stepTaken('s1', onWednesday('08:00'), 1, word('08:00', 'archive'));
    expect(ruleBook([...base, archived]).version).toBe(ruleBook(base).version);
  });

  it('has running timers change over to a version where that was asked for, and not else', () => {
    const strict = { ...agreement, metrics: [resolutionMetric([goal('Two hours', hours(2))])] };
    const noon = onWednesday('10:30');
    const publish = (appliesToRunning: boolean) => [
      ...base,
      saved('p2', noon, 2, strict),
      stepTaken('p2', noon, 1, {
        id: 'desk',
        step: 'publish',
        version: 2,
        appliesToRunning,
        reason: '',
      }),
    ];
    const now = onWednesday('11:30');
    expect(timerBy(publish(false), now)?.standings[0]).toMatchObject({ verdict: 'open', within: hours(4) });
    expect(timerBy(publish(true), now)?.standings[0]).toMatchObject({ within: hours(2) });
  });

  it('leaves the version in force until the day of the next one, also for its calendar', () => {
    const next = { ...agreement, name: 'Next', effectiveFrom: at('2026-12-01T00:00Z') };
    const revisions = [
      ...base,
      saved('p2', onWednesday('08:00'), 2, next),
      calendar('c2', onWednesday('08:30'), 2, 'Long days'),
    ];
    const published = ruleBook(revisions).timelines[0]?.flatMap((entry) =>
      entry.kind === 'published' ? `${entry.version} on ${entry.calendars['nine-to-five']}` : [],
    );
    expect(published).toEqual([
      'desk@1 on nine-to-five@1',
      'desk@2 on nine-to-five@1',
      'desk@1 on nine-to-five@2',
      'desk@2 on nine-to-five@2',
    ]);
    expect(timerBy(revisions)?.cycles[0]).toMatchObject({ version: 'desk@1' });
    const late = [created(at('2026-12-02T09:00Z'))];
    const book = ruleBook(revisions);
    const [timer] = evaluate({ facts: late }, book.rules, compiledCalendars(book), at('2026-12-02T10:00Z'));
    expect(timer?.cycles[0]).toMatchObject({ version: 'desk@2' });
  });

  it('publishes no more what a version replaces that comes with another calendar', () => {
    const together = [
      saved('p2', onWednesday('08:00'), 2, { ...agreement, name: 'Next' }),
      calendar('p2', onWednesday('08:00'), 2, 'Long days'),
    ];
    const published = ruleBook([...base, ...together]).timelines[0]?.flatMap((entry) =>
      entry.kind === 'published' ? `${entry.version} on ${entry.calendars['nine-to-five']}` : [],
    );
    expect(published).toEqual(['desk@1 on nine-to-five@1', 'desk@2 on nine-to-five@2']);
  });

  it('ends with the version in force, not with the one that comes after it', () => {
    const ending = { ...agreement, effectiveTo: at('2026-11-30T00:00Z') };
    const next = { ...agreement, effectiveFrom: at('2026-12-05T00:00Z') };
    const revisions = [
      calendar('c1', first, 1, 'Nine to five'),
      saved('c1', first, 1, ending),
      saved('p2', onWednesday('08:00'), 2, next),
    ];
    const timeline = ruleBook(revisions).timelines[0]!;
    const state = (day: string) => standingOf(timeline, [], at(`${day}T12:00Z`))?.state;
    expect(['2026-11-20', '2026-12-01', '2026-12-06'].map(state)).toEqual([
      'expiring',
      'expired',
      'in-force',
    ]);
  });
});

describe('how an agreement stands', () => {
  const timeline = (...revisions: Revision[]) => ruleBook([...base, ...revisions]).timelines[0]!;
  const now = onWednesday('12:00');

  it('is in force from its first day on, and scheduled before', () => {
    const future = { ...agreement, effectiveFrom: at('2027-01-01T00:00Z') };
    const plain = ruleBook([base[0]!, saved('c1', first, 1, future)]).timelines[0]!;
    expect(standingOf(plain, [], now)).toMatchObject({
      state: 'scheduled',
      current: 'desk@1',
      scheduled: [{ version: 'desk@1', from: at('2027-01-01T00:00Z') }],
    });
    expect(standingOf(timeline(), [], now)).toMatchObject({ state: 'in-force', scheduled: [] });
    expect(standingOf([], [], now)).toBeUndefined();
  });

  it('is expiring in the month before its end, and expired or terminated after it', () => {
    const ending = (end: Instant) =>
      ruleBook([base[0]!, saved('c1', first, 1, { ...agreement, effectiveTo: end })]).timelines[0]!;
    expect(standingOf(ending(later(now, days(29))), [], now)?.state).toBe('expiring');
    expect(standingOf(ending(later(now, days(31))), [], now)?.state).toBe('in-force');
    expect(standingOf(ending(now), [], now)?.state).toBe('expired');
    const end = terminate('09:00', '11:00');
    const steps = [end];
    expect(standingOf(timeline(stepTaken('s1', end.at, 1, end)), steps, now)).toMatchObject({
      state: 'terminated',
      endsAt: onWednesday('11:00'),
      isEndPlanned: false,
    });
    const before = onWednesday('10:00');
    expect(standingOf(timeline(stepTaken('s1', end.at, 1, end)), steps, before)).toMatchObject({
      state: 'expiring',
      isEndPlanned: true,
    });
  });

  it('is suspended while a suspension lasts, and archived until it is restored', () => {
    const step = suspend('10:00', '11:00');
    expect(standingOf(timeline(stepTaken('s1', step.at, 1, step)), [step], now)).toMatchObject({
      state: 'suspended',
      suspendedSince: onWednesday('11:00'),
    });
    const [archive, restore] = [word('11:00', 'archive'), word('11:30', 'restore')];
    expect(standingOf(timeline(), [archive], now)?.state).toBe('archived');
    expect(standingOf(timeline(), [archive, restore], now)?.state).toBe('in-force');
  });
});
