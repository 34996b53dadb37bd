import * as fc from 'fast-check';
import { later, minutes, NO_TIME, span, sum, type Instant } from '../../../../src/domain/time/instant';
import type { Cycle } from '../../../../src/domain/timer/cycle';
import { evaluate, type EvaluatedTimer } from '../../../../src/domain/timer/evaluate';
import { ledger } from '../../../../src/domain/timer/ledger';
import { nextInstant } from '../../../../src/domain/timer/next-instant';
import { compileRules } from '../../../../src/domain/timer/rules';
import { standing } from '../../../../src/domain/timer/standing';
import { passings } from '../../../../src/domain/timer/thresholds';
import type { Timeline } from '../../../../src/domain/timer/timeline';
import { at, changed, hoursOf, nineToFive, publication, resolutionMetric } from '../../../support/builders';
import { law } from '../../../support/laws';
import {
  anyCase,
  anyFacts,
  anyGoalChange,
  anyGoals,
  anyInstant,
  metricOf,
  rulesOf,
  type RandomCase,
} from '../../../support/random-timers';

const evaluated = ({ facts, timelines, now }: RandomCase): EvaluatedTimer[] =>
  evaluate({ facts }, rulesOf(timelines), hoursOf, now);

/** Every cycle that a case gives rise to, and the timer that it belongs to. */
const cyclesOf = (random: RandomCase) =>
  evaluated(random).flatMap((timer) =>
    timer.cycles.map((cycle, index) => ({ cycle, timer, standing: timer.standings[index] })),
  );

/** What a case was up to an instant: nothing that came later had happened, to the issue or to the rules. */
function known({ facts, timelines }: RandomCase, now: Instant): RandomCase {
  const until = <Entry extends { readonly at: Instant }>(entries: readonly Entry[]) =>
    entries.filter(({ at }) => at <= now);
  return { facts: until(facts), timelines: timelines.map(until), now };
}

/** Thursday's; from then on nobody works for sixteen hours. */
const closing = at('2026-11-19T17:00Z');
const anyMinute = fc.integer({ min: 0, max: 16 * 60 });

/** The same in another order for each `seed`, some of it twice. */
function disturbed<Entry>(entries: readonly Entry[], seed: number): Entry[] {
  const place = (index: number): number => ((seed + 1) * (index + 7) * 2_654_435_761) % 4_294_967_291;
  const again = entries.filter((_, index) => place(index) % 3 === 0);
  return [...entries, ...again]
    .map((entry, index) => ({ entry, place: place(index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
}

const anySeed = fc.nat({ max: 100_000 });

/** What people see change: nothing of it does by itself but at an instant that was foretold. */
function shown(cycle: Cycle, now: Instant): string {
  const { clock, verdict, atRisk } = standing(cycle, false, hoursOf, now);
  return [clock.kind, verdict, atRisk].join();
}

describe('for any history, any agreements and any instant', () => {
  law('neither order nor doubles of what happened change anything', [anyCase(), anySeed], (random, seed) => {
    const facts = disturbed(random.facts, seed);
    const timelines = random.timelines.map((timeline): Timeline => {
      const told = disturbed(timeline, seed);
      return told.filter((entry, index) => told.indexOf(entry) === index);
    });
    expect(evaluated({ ...random, facts, timelines: timelines.reverse() })).toEqual(evaluated(random));
  });

  law('what comes later changes nothing before', [anyCase()], (random) => {
    expect(evaluated(random)).toEqual(evaluated(known(random, random.now)));
  });

  law('an answer does not depend on what was asked before', [anyCase(), anyInstant], (random, other) => {
    const { facts, timelines, now } = random;
    evaluated({ ...random, now: other });
    expect(evaluated(random)).toEqual(evaluate({ facts }, compileRules(timelines), hoursOf, now));
  });

  law('what is used and what is left make what was promised', [anyCase()], (random) => {
    for (const { standing } of cyclesOf(random)) {
      if (standing?.within === undefined) expect(standing?.left).toBeUndefined();
      else expect(sum(standing.elapsed, standing.left ?? NO_TIME)).toBe(standing.within);
    }
  });

  law('the ledger has no hole, and its counted time is the time used', [anyCase()], (random) => {
    for (const { cycle, standing } of cyclesOf(random)) {
      const steps = ledger(cycle, hoursOf, random.now);
      const end = cycle.end?.at ?? random.now;
      let until = cycle.startedAt;
      let total = NO_TIME;
      for (const step of steps) {
        expect(step.from).toBe(until);
        total = sum(total, step.counted);
        expect(step.total).toBe(total);
        until = step.to;
      }
      if (end >= cycle.startedAt) expect(until).toBe(end);
      expect(total).toBe(standing?.elapsed);
    }
  });

  law('due: not breached then, breached a millisecond later', [anyCase()], (random) => {
    for (const { cycle, standing: now } of cyclesOf(random)) {
      if (cycle.end || now?.verdict !== 'open' || now.due === undefined) continue;
      expect(now.due).toBeGreaterThanOrEqual(random.now);
      expect(standing(cycle, false, hoursOf, now.due).verdict).toBe('open');
      expect(standing(cycle, false, hoursOf, later(now.due, span(1)))).toMatchObject({
        verdict: 'breached',
        breachedAt: now.due,
      });
    }
  });

  const anyShare = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  law(
    'nothing changes by itself before the instant foretold, and something does then',
    [anyCase(), anyShare, anyInstant],
    (random, share, other) => {
      const { now } = random;
      for (const { cycle, timer } of cyclesOf(random)) {
        if (cycle.end) continue;
        const thresholds = metricOf(random, timer, cycle.version).thresholds ?? [];
        const next = nextInstant({ cycle, unknown: false, thresholds }, hoursOf, now);
        const passed = passings(cycle, thresholds, hoursOf, now).filter(({ at }) => at > now);
        if (next === undefined) {
          expect(passed.filter(({ isTold }) => isTold)).toEqual([]);
          if (other > now) expect(shown(cycle, other)).toBe(shown(cycle, now));
          continue;
        }
        expect(next).toBeGreaterThan(now);
        const between = later(now, span(Math.floor((next - now) * share)));
        for (const when of [between, later(next, span(-1))])
          expect(shown(cycle, when)).toBe(shown(cycle, now));
        expect(passed.every(({ at }) => at >= next)).toBe(true);
        const isPassed = passed.some(({ at }) => at === next);
        if (!isPassed && now >= cycle.startedAt) expect(shown(cycle, next)).not.toBe(shown(cycle, now));
      }
    },
  );

  law('a breach stays a breach (rule 17)', [anyCase(), anyInstant], (random, other) => {
    const timelines = random.timelines
      .slice(0, 1)
      .map((timeline) => timeline.filter(({ kind }) => kind !== 'repaired'));
    const [first] = timelines[0] ?? [];
    // What is told later of when a cycle began or stopped, and of what was promised first, is about the time before.
    if (first?.kind !== 'published' || first.at > random.now) return;
    const sayWhen = timelines
      .flat()
      .some(
        (entry) =>
          entry.kind === 'published' &&
          entry.agreement.metrics.some(
            ({ startAt, stopAt }) => startAt !== undefined || stopAt !== undefined,
          ),
      );
    if (sayWhen || other <= random.now) return;
    const before = cyclesOf({ ...random, timelines });
    const after = cyclesOf({ ...random, timelines, now: other });
    before.forEach(({ standing }, index) => {
      if (standing?.breachedAt === undefined) return;
      const still = after[index]?.standing?.breachedAt;
      expect(still).toBeLessThanOrEqual(standing.breachedAt);
    });
  });

  const anyNight = fc
    .record({ day: fc.integer({ min: 0, max: 3 }), times: fc.tuple(anyMinute, anyMinute) })
    .map(({ day, times }) =>
      times.map((minute) => later(closing, minutes(day * 24 * 60 + minute))).sort((a, b) => a - b),
    );
  // One that is due out of hours can be broken out of hours, and a pause then does count.
  const anyPromise = fc.record({
    goals: anyGoals(fc.constant(nineToFive.id)).map((goals) =>
      goals.filter((goal) => !('until' in goal) && !('by' in goal && goal.by === '20:00')),
    ),
    goalChange: anyGoalChange,
  });
  law(
    'a pause outside working time changes nothing (rule 13)',
    [anyFacts, anyPromise, anyNight, anyInstant],
    (history, { goals, goalChange }, [begins = closing, ends = closing], now) => {
      if (now >= begins && now <= ends) return;
      const timelines = [[publication([resolutionMetric(goals, { goalChange })])]];
      const facts = history.filter(
        (fact) => fact.kind !== 'deleted' && (fact.kind !== 'changed' || fact.changes[0]?.field !== 'status'),
      );
      const [born] = facts;
      if (!born || born.at > begins || (born.kind === 'created' && born.fields.status?.[0] !== 'Open'))
        return;
      const paused = [
        ...facts,
        { ...changed(begins, { status: 'Open → Waiting' }), id: 'pause/1' },
        { ...changed(ends, { status: 'Waiting → Open' }), id: 'pause/2' },
      ];
      const answers = [facts, paused].map((told) => evaluated({ facts: told, timelines, now })[0]?.standings);
      expect(answers[1]).toEqual(answers[0]);
    },
  );
});
