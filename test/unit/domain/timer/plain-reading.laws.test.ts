import * as fc from 'fast-check';
import { later, minutes, type Instant } from '../../../../src/domain/time/instant';
import type { Fact } from '../../../../src/domain/timer/history';
import {
  at,
  changed,
  created,
  goal,
  nineToFive,
  priorityIs,
  publication,
  resolutionMetric,
  timersOf,
} from '../../../support/builders';
import type { CaseFileContent } from '../../../support/case-file';
import { law } from '../../../support/laws';
import { plainReading, type PlainFact, type PlainRules } from '../../../support/plain-reading';

const thursday = at('2026-11-19T06:00Z');
const LENGTH = 5 * 24 * 60;
const inMinutes = (minute: number): Instant => later(thursday, minutes(minute));

/** Mostly on the half-hour, so that much happens at once and at openings and closings. */
const somewhen = fc
  .oneof(
    fc.integer({ min: 0, max: LENGTH / 30 }).map((n) => n * 30),
    fc.integer({ min: 0, max: LENGTH }),
  )
  .map(inMinutes);

const status = fc.constantFrom('Open', 'Working', 'Waiting', 'Done');
const priority = fc.constantFrom('High', 'Low');
const within = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((n) => n * 30),
  fc.integer({ min: 1, max: 900 }),
);

/** A history of statuses and priorities, in time; what changes nothing is left out, as Jira does. */
const plainFacts = (change: fc.Arbitrary<Omit<PlainFact, 'at'>>): fc.Arbitrary<PlainFact[]> =>
  fc
    .tuple(
      fc.record({ at: somewhen, status: fc.constantFrom('Open', 'Waiting'), priority }),
      fc.array(fc.tuple(somewhen, change), { maxLength: 8 }),
    )
    .map(([born, changes]) => {
      const facts: PlainFact[] = [born];
      let now: Omit<PlainFact, 'at'> = born;
      const inTime = changes.filter(([when]) => when >= born.at).sort(([a], [b]) => a - b);
      for (const [when, change] of inTime) {
        const isSame = Object.entries(change).every(([field, value]) => now[field as 'status'] === value);
        if (isSame) continue;
        facts.push({ at: when, ...change });
        now = { ...now, ...change };
      }
      return facts;
    });

function historyOf([born, ...changes]: readonly PlainFact[]): Fact[] {
  if (!born) return [];
  const now: Record<string, string> = { status: born.status ?? '', priority: born.priority ?? '' };
  return [
    created(born.at, now),
    ...changes.map(({ at: when, ...change }) => {
      const written = Object.entries(change).map(([field, to]): [string, string] => {
        const said = `${now[field] ?? ''} → ${to}`;
        now[field] = to;
        return [field, said];
      });
      return changed(when, Object.fromEntries<string>(written));
    }),
  ];
}

/** The engine's answer in the words of the plain reading. */
function engineReading(facts: readonly PlainFact[], { withinOf, resumes }: PlainRules, now: Instant) {
  const goals = [
    goal('High', minutes(withinOf('High')), priorityIs('High')),
    goal('Low', minutes(withinOf('Low'))),
  ];
  const metric = resolutionMetric(goals, { cycles: resumes ? 'resume-last' : 'every' });
  return timersOf(historyOf(facts), [[publication([metric])]], now).flatMap(({ cycles, standings }) =>
    standings.map(({ elapsed, breachedAt }, index) => ({
      elapsed: elapsed / minutes(1),
      breachedAt,
      isOpen: cycles[index]?.end === null,
    })),
  );
}

describe('the engine and a reading minute by minute agree', () => {
  law(
    'on a status history with one goal, resumed after each stop',
    [plainFacts(status.map((to) => ({ status: to }))), within, somewhen],
    (facts, length, now) => {
      const rules = { withinOf: () => length, resumes: true };
      expect(engineReading(facts, rules, now)).toEqual(plainReading(facts, rules, now));
    },
    (facts, length, now) => asScenario(facts, length, now),
  );

  const change = fc.oneof(
    status.map((to) => ({ status: to })),
    priority.map((to) => ({ priority: to })),
    fc.record({ status, priority }),
  );
  law(
    'on a goal by priority that carries over, in every cycle',
    [plainFacts(change), within, within, somewhen],
    (facts, high, low, now) => {
      const rules = { withinOf: (name: string) => (name === 'High' ? high : low), resumes: false };
      expect(engineReading(facts, rules, now)).toEqual(plainReading(facts, rules, now));
    },
  );
});

/** The counterexample as the case format writes it, with the answer of the plain reading. */
function asScenario(facts: readonly PlainFact[], length: number, now: Instant): CaseFileContent {
  const iso = (when: Instant): string => new Date(when).toISOString();
  const [cycle] = plainReading(facts, { withinOf: () => length, resumes: true }, now);
  const events = facts.map(({ at: when, status: to }, index) =>
    index === 0
      ? { type: 'created', at: iso(when), status: to }
      : { type: 'status', at: iso(when), from: facts[index - 1]?.status, to },
  );
  return {
    calendars: { office: { timeZone: nineToFive.timeZone, weekly: nineToFive.weekly } },
    timers: [
      {
        id: 'counterexample',
        title: 'the engine and a reading minute by minute disagree',
        class: 'core',
        calendar: 'office',
        targets: { resolution: length * 60 },
        config: { pauseStatuses: ['Waiting'], pausedMetrics: ['resolution'], stopStatuses: ['Done'] },
        events,
        checks: [
          {
            at: iso(now),
            expect: {
              resolutionElapsedSeconds: (cycle?.elapsed ?? 0) * 60,
              resolutionBreached: cycle?.breachedAt !== undefined,
            },
          },
        ],
      },
    ],
  };
}
