import { hours, instant, minutes, type Instant } from '../../../src/domain/time/instant';
import type { Fact } from '../../../src/domain/timer/history';
import type { Goal, GoalChangePolicy, Metric } from '../../../src/domain/timer/metric';
import type { TimelineEntry } from '../../../src/domain/timer/timeline';
import { loadTimerSemantics } from '../../../static/app/src/text/timer-semantics';
import {
  at,
  changed,
  created,
  goal,
  nineToFive,
  priorityIs,
  publication,
  refs,
  resolutionMetric,
  standingOf,
} from '../../support/builders';

/** A time of the week of 16 November 2026 or of the one after it, such as `Mon 9:00`; next week's days end in `+`. */
function on(text: string): Instant {
  const [, day = '', next, hour = '', minute = ''] = /^(\w{3})(\+?) (\d+):(\d\d)$/.exec(text) ?? [];
  const index = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day) + (next ? 7 : 0);
  return instant(at(`2026-11-16T${hour.padStart(2, '0')}:${minute}Z`) + index * 86_400_000);
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Tuesday 11:00`. */
function said(due: Instant | undefined): string {
  if (due === undefined) return 'never';
  const date = new Date(due);
  return `${days[date.getUTCDay()]} ${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
}
const clockOf = (due: Instant | undefined): string => said(due).replace(/^\w+ /, '');

const waiting = (from: string, to: string): Fact[] => [
  changed(on(from), { status: 'Open → Waiting' }),
  changed(on(to), { status: 'Waiting → Open' }),
];

const within = (length: ReturnType<typeof hours>): Goal[] => [goal('All', length)];

/** When the last cycle of an issue is due, an instant after the last thing that happened to it. */
function dueAfter(
  facts: readonly Fact[],
  goals: readonly Goal[],
  more: Partial<Metric> = {},
  entries: readonly TimelineEntry[] = [],
): Instant | undefined {
  const last = Math.max(...[...facts, ...entries].map((fact) => fact.at));
  const timeline = [publication([resolutionMetric(goals, more)]), ...entries];
  return standingOf(facts, timeline, instant(last + 1)).due;
}

const byPriority = [
  goal('High', hours(2), priorityIs('High')),
  goal('Medium', hours(4), priorityIs('Medium')),
];
const raised = [created(on('Mon 10:00')), changed(on('Mon 11:00'), { priority: 'Medium → High' })];
const underPolicy = (policy: GoalChangePolicy) =>
  clockOf(dueAfter(raised, byPriority, { goalChange: { shorter: policy, longer: policy } }));

const reopened = [
  created(on('Mon 9:00')),
  changed(on('Mon 12:00'), { status: 'Open → Done' }),
  changed(on('Tue 10:00'), { status: 'Done → Open' }),
];

/** Each phrase of an example, with the times that the engine gives. */
const examples: [section: string, phrase: () => string][] = [
  [
    'due-at-closing',
    () => `start Monday 9:00: due ${said(dueAfter([created(on('Mon 9:00'))], within(hours(8))))}`,
  ],
  [
    'hours-and-days',
    () => {
      const day: Goal = { name: 'Day', calendar: nineToFive.id, businessDays: 1 };
      return `1 business day is due ${said(dueAfter([created(on('Fri 15:00'))], [day]))}`;
    },
  ],
  ['hours-and-days', () => `24 h are due ${said(dueAfter([created(on('Fri 15:00'))], within(hours(24))))}`],
  [
    'fixed-times',
    () => {
      const byFive: Goal = { name: 'By five', calendar: nineToFive.id, by: '17:00', onBusinessDay: 0 };
      const due = dueAfter([created(on('Mon 9:00')), ...waiting('Mon 11:00', 'Mon 13:00')], [byFive]);
      expect(said(due)).toMatch(/^Tuesday/);
      return `two working hours later is ${clockOf(due)} on the next business day`;
    },
  ],
  ['paused', () => `start Monday 11:00: due ${said(dueAfter([created(on('Mon 11:00'))], within(hours(8))))}`],
  [
    'paused',
    () => {
      const facts = [created(on('Mon 11:00')), ...waiting('Mon 17:00', 'Tue 9:00')];
      return `still due ${said(dueAfter(facts, within(hours(8))))}`;
    },
  ],
  [
    'paused',
    () => {
      const facts = [created(on('Mon 11:00')), ...waiting('Mon 15:00', 'Tue 10:00')];
      return `instead, due ${said(dueAfter(facts, within(hours(8))))}: three working hours later`;
    },
  ],
  ['goal-changes', () => `Carry over: 1 h of 2 h is used, due ${underPolicy('carry')}`],
  ['goal-changes', () => `Freeze: due ${underPolicy('freeze')}`],
  ['goal-changes', () => `Restart: due ${underPolicy('restart')}`],
  ['goal-changes', () => `so 30 minutes of 2 h, due ${underPolicy('pro-rata')}`],
  ['goal-changes', () => `Recompute: due ${underPolicy('recompute')}`],
  ['reopening', () => `Every cycle: due ${said(dueAfter(reopened, within(hours(4))))}`],
  [
    'reopening',
    () => `1 h is left, due ${said(dueAfter(reopened, within(hours(4)), { cycles: 'resume-last' }))}`,
  ],
  [
    'replies',
    () => {
      const customer = (time: string, id: string): Fact => ({
        id,
        at: on(time),
        kind: 'commented',
        by: 'customer',
        public: true,
      });
      const facts = [
        created(on('Mon 8:00')),
        customer('Mon 9:00', 'comment/1'),
        customer('Mon 9:20', 'comment/2'),
      ];
      const nextReply: Partial<Metric> = {
        start: { commented: { by: ['customer'], public: true } },
        stop: { commented: { by: ['agent'], public: true } },
      };
      return `at 9:00 and 9:20: due ${clockOf(dueAfter(facts, within(minutes(45)), nextReply))}`;
    },
  ],
  [
    'earlier-start',
    () => {
      const began = '2026-11-16T09:00:00.000+0000';
      const facts = [created(on('Mon 9:40'), { outage: began })];
      return `A goal of 2 h is due ${clockOf(dueAfter(facts, within(hours(2)), { startAt: 'outage' }))}`;
    },
  ],
  [
    'no-promise',
    () => {
      const onlyHigh = [goal('High', hours(2), priorityIs('High'))];
      const set = [created(on('Mon 10:00')), changed(on('Mon 10:10'), { priority: 'Medium → High' })];
      const gap = [
        changed(on('Mon 11:00'), { priority: 'High → Medium' }),
        changed(on('Mon 11:30'), { priority: 'Medium → High' }),
      ];
      const [first, second] = [dueAfter(set, onlyHigh), dueAfter([...set, ...gap], onlyHigh)].map(clockOf);
      return `a goal of 2 h: due ${first}. From 11:00 to 11:30 no goal fits: due ${second}`;
    },
  ],
  [
    'suspended',
    () => {
      const entries: TimelineEntry[] = [
        { kind: 'suspended', at: on('Mon 10:00'), reason: 'Moving' },
        { kind: 'reinstated', at: on('Mon 14:00') },
      ];
      const due = dueAfter([created(on('Mon 9:00'))], within(hours(4)), {}, entries);
      return `suspended 10:00–14:00: due ${clockOf(due)}`;
    },
  ],
];

describe('the examples of how timers count', () => {
  it.each(examples)('say what the engine says, %s', async (section, phrase) => {
    const { sections } = await loadTimerSemantics({ locale: 'en-GB' });
    const body = sections.find(({ id }) => id === section)?.body ?? [];
    const texts = body.flatMap((block) =>
      typeof block === 'object' && 'example' in block ? block.example : [],
    );
    expect(texts.join(' ')).toContain(phrase());
  });

  it('are right that the first cycle alone runs where only the first counts', () => {
    const { clock } = standingOf(
      reopened,
      [publication([resolutionMetric(within(hours(4)), { cycles: 'first' })])],
      on('Tue 12:00'),
    );
    expect(clock).toEqual({ kind: 'stopped', at: on('Mon 12:00') });
  });

  it('are right that what stops and pauses at once is stopped', () => {
    const facts = [created(on('Mon 9:00')), changed(on('Mon 10:00'), { status: 'Open → Waiting' })];
    const stop = { changed: 'status', to: refs('Waiting') };
    const { verdict } = standingOf(
      facts,
      [publication([resolutionMetric(within(hours(4)), { stop })])],
      on('Mon 12:00'),
    );
    expect(verdict).toBe('met');
  });
});
