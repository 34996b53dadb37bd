import { hours, minutes } from '../../../../src/domain/time/instant';
import type { Fact } from '../../../../src/domain/timer/history';
import type { Metric } from '../../../../src/domain/timer/metric';
import {
  changed,
  commented,
  created,
  goal,
  ledgerOf,
  nextReplyMetric,
  nineToFive,
  onWednesday,
  periodicUpdateMetric,
  priorityIs,
  publication,
  refs,
  resolutionMetric,
  standingOf,
  timerOf,
} from '../../../support/builders';

const status = (time: string, change: string) => changed(onWednesday(time), { status: change });
const verdictsOf = (facts: readonly Fact[], metric: Metric, now = onWednesday('16:00')) =>
  timerOf(facts, [publication([metric])], now).standings.map(({ verdict, elapsed }) => [verdict, elapsed]);
const born = created(onWednesday('09:00'));
const reply = (time: string) => commented(onWednesday(time), 'agent');
const twoHours = [goal('Two hours', hours(2))];

describe('periodic update (rule 19)', () => {
  const metric = periodicUpdateMetric(twoHours);

  it('is not owed before the first response', () => {
    expect(() => verdictsOf([born, commented(onWednesday('10:00'), 'customer')], metric)).toThrow('0 timers');
  });

  it('is owed from each update to the next while the issue is open', () => {
    const facts = [born, reply('10:00'), reply('11:00'), reply('14:00'), status('15:00', 'Open → Done')];
    expect(verdictsOf(facts, metric)).toEqual([
      ['met', hours(1)],
      ['breached', hours(3)],
      ['met', hours(1)],
    ]);
  });

  it('waits where the metric says so, and the next one too', () => {
    const facts = [born, reply('10:00'), status('10:30', 'Open → Waiting'), reply('12:00')];
    expect(verdictsOf([...facts, status('13:00', 'Waiting → Open')], metric, onWednesday('13:30'))).toEqual([
      ['met', minutes(30)],
      ['open', minutes(30)],
    ]);
  });

  it('is not owed by an internal note, nor after done', () => {
    const facts = [born, reply('10:00'), commented(onWednesday('11:00'), 'agent', false)];
    expect(verdictsOf(facts, metric, onWednesday('11:30'))).toEqual([['open', minutes(90)]]);
    expect(
      verdictsOf([born, reply('09:30'), status('10:00', 'Open → Done'), reply('10:30')], metric),
    ).toEqual([['met', minutes(30)]]);
  });
});

describe('next reply (rule 19)', () => {
  const metric = nextReplyMetric(twoHours);
  const question = (time: string) => commented(onWednesday(time), 'customer');

  it('arms anew with each exchange', () => {
    const facts = [born, question('09:30'), reply('10:00'), question('11:00'), question('12:00')];
    expect(verdictsOf(facts, metric, onWednesday('12:30'))).toEqual([
      ['met', minutes(30)],
      ['open', minutes(90)],
    ]);
  });

  it('ends with "no reply needed", and with done', () => {
    const noReply = changed(onWednesday('10:00'), { 'no-reply-needed': ' → Thanks only' });
    expect(verdictsOf([born, question('09:30'), noReply], metric)).toEqual([['met', minutes(30)]]);
    expect(verdictsOf([born, question('09:30'), status('10:30', 'Open → Done')], metric)).toEqual([
      ['met', hours(1)],
    ]);
  });

  it('does not end with a word from automation or an internal note', () => {
    const facts = [
      born,
      question('09:30'),
      commented(onWednesday('10:00'), 'automation'),
      commented(onWednesday('10:00'), 'agent', false),
    ];
    expect(verdictsOf(facts, metric, onWednesday('10:30'))).toEqual([['open', hours(1)]]);
  });
});

describe('what happens at the same instant (rule 11)', () => {
  const all = { changed: 'status', to: refs('Everything') } as const;
  const everything = (more: Partial<Metric>) => resolutionMetric(twoHours, more);
  const facts = [born, status('10:00', 'Open → Everything')];

  it.each<[string, Partial<Metric>, unknown[]]>([
    ['cancels before it stops', { cancel: all, stop: all, repeat: all, reset: all }, [['none', hours(1)]]],
    ['stops before it repeats or resets', { stop: all, repeat: all, reset: all }, [['met', hours(1)]]],
    [
      'repeats before it resets',
      { repeat: all, reset: all },
      [
        ['met', hours(1)],
        ['breached', hours(6)],
      ],
    ],
    [
      'resets before it pauses',
      { reset: all },
      [
        ['none', hours(1)],
        ['breached', hours(6)],
      ],
    ],
  ])('%s', (_, more, expected) => {
    expect(verdictsOf(facts, everything(more))).toEqual(expected);
  });

  it('pauses before it goes on: one fact that ends a pause and begins another leaves the clock waiting', () => {
    const metric = everything({
      pause: [
        { name: 'Waiting', while: { field: 'status', in: refs('Waiting') } },
        { name: 'Parked', while: { field: 'status', in: refs('Parked') } },
      ],
    });
    const steps = ledgerOf(
      [born, status('10:00', 'Open → Waiting'), status('11:00', 'Waiting → Parked')],
      [publication([metric])],
      onWednesday('12:00'),
    );
    expect(steps.map(({ kind, by }) => by ?? kind)).toEqual(['counted', 'Waiting', 'Parked']);
  });

  it('does not start what it also stops or cancels', () => {
    const done = created(onWednesday('09:00'), { status: 'Done' });
    const stop = { any: [{ created: true }, { changed: 'status', to: refs('Done') }] } as const;
    expect(() => verdictsOf([done], everything({ stop }))).toThrow('0 timers');
    expect(() => verdictsOf([done], everything({ cancel: { created: true } }))).toThrow('0 timers');
  });

  it('keeps the order in which Jira counted: the tenth change comes after the ninth', () => {
    const two = (first: string, second: string): Fact[] => [
      { ...status('10:00', 'Open → Done'), id: first },
      { ...status('10:00', 'Done → Open'), id: second },
    ];
    expect(
      verdictsOf([born, ...two('change/9', 'change/10')], resolutionMetric(twoHours), onWednesday('11:00')),
    ).toEqual([
      ['met', hours(1)],
      ['open', hours(1)],
    ]);
  });
});

describe('a deleted issue', () => {
  it('has no verdict, and nothing begins again', () => {
    const facts: Fact[] = [born, { id: 'deleted', at: onWednesday('10:00'), kind: 'deleted' }];
    expect(
      standingOf(facts, [publication([resolutionMetric(twoHours)])], onWednesday('16:00')),
    ).toMatchObject({
      clock: { kind: 'cancelled', at: onWednesday('10:00') },
      verdict: 'none',
    });
  });

  it('keeps the breach that it had', () => {
    const facts: Fact[] = [born, { id: 'deleted', at: onWednesday('12:00'), kind: 'deleted' }];
    expect(
      standingOf(facts, [publication([resolutionMetric(twoHours)])], onWednesday('16:00')),
    ).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('11:00'),
    });
  });
});

describe('a cycle that goes on after a stop (rule 12)', () => {
  const metric = resolutionMetric(twoHours, { cycles: 'resume-last' });
  const facts = [
    born,
    status('10:00', 'Open → Done'),
    status('13:00', 'Done → Waiting'),
    status('14:00', 'Waiting → Open'),
  ];

  it('leaves the time in between out, and says so in its ledger', () => {
    const steps = ledgerOf(facts, [publication([metric])], onWednesday('14:30'));
    expect(steps.map(({ kind, from, total }) => [kind, from, total])).toEqual([
      ['counted', onWednesday('09:00'), hours(1)],
      ['stopped', onWednesday('10:00'), hours(1)],
      ['paused', onWednesday('13:00'), hours(1)],
      ['counted', onWednesday('14:00'), minutes(90)],
    ]);
  });

  it('keeps the breach of before', () => {
    const late = [born, status('12:00', 'Open → Done'), status('13:00', 'Done → Open')];
    expect(standingOf(late, [publication([metric])], onWednesday('13:30'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('11:00'),
    });
  });
});

describe('a start and a stop that fields say', () => {
  const metric = resolutionMetric(twoHours, { startAt: 'began', stopAt: 'restored' });
  const doneLater = { status: 'Open → Done', restored: ' → 2026-11-18T11:30:00.000Z' };

  it('count instead of the facts', () => {
    const facts = [
      created(onWednesday('10:30'), { began: '2026-11-18T10:00:00.000Z' }),
      changed(onWednesday('15:00'), doneLater),
    ];
    expect(standingOf(facts, [publication([metric])], onWednesday('16:00'))).toMatchObject({
      clock: { kind: 'stopped', at: onWednesday('11:30') },
      verdict: 'met',
      elapsed: minutes(90),
    });
  });

  it('may be known late: the cycle then began earlier, or later', () => {
    for (const [began, elapsed] of [
      ['2026-11-18T09:30:00.000Z', minutes(90)],
      ['2026-11-18T10:30:00.000Z', minutes(30)],
    ] as const) {
      const facts = [created(onWednesday('10:00')), changed(onWednesday('10:45'), { began: ` → ${began}` })];
      expect(standingOf(facts, [publication([metric])], onWednesday('11:00')).elapsed).toBe(elapsed);
    }
  });

  it('a stop is never before the start nor after the fact', () => {
    const stopped = (restored: string) =>
      standingOf(
        [
          created(onWednesday('10:00')),
          changed(onWednesday('11:00'), { status: 'Open → Done', restored: ` → ${restored}` }),
        ],
        [publication([metric])],
        onWednesday('12:00'),
      ).clock;
    expect(stopped('2026-11-18T08:00:00.000Z')).toEqual({ kind: 'stopped', at: onWednesday('10:00') });
    expect(stopped('2026-11-18T15:00:00.000Z')).toEqual({ kind: 'stopped', at: onWednesday('11:00') });
  });
});

describe('a start that a field puts into the future', () => {
  const byNoon = { name: 'By noon', by: '12:00', onBusinessDay: 0, calendar: nineToFive.id };
  const timeline = [publication([resolutionMetric([byNoon], { startAt: 'began' })])];
  const toCome = created(onWednesday('10:00'), { began: '2026-11-18T15:00:00.000Z' });

  it('is late from then on, and not before, when the goal is due before it', () => {
    expect(standingOf([toCome], timeline, onWednesday('14:00'))).toMatchObject({
      verdict: 'open',
      breachedAt: undefined,
    });
    expect(standingOf([toCome], timeline, onWednesday('15:00'))).toMatchObject({
      verdict: 'breached',
      breachedAt: onWednesday('15:00'),
    });
  });

  it('leaves no breach behind when the cycle is cancelled or begins sooner', () => {
    const cancelled: Fact[] = [toCome, { id: 'deleted', at: onWednesday('11:00'), kind: 'deleted' }];
    expect(standingOf(cancelled, timeline, onWednesday('16:00')).verdict).toBe('none');
    const sooner = [
      toCome,
      changed(onWednesday('10:30'), { began: '2026-11-18T15:00:00.000Z → 2026-11-18T10:15:00.000Z' }),
      status('11:00', 'Open → Done'),
    ];
    expect(standingOf(sooner, timeline, onWednesday('16:00'))).toMatchObject({
      verdict: 'met',
      elapsed: minutes(45),
    });
    const longer = [
      publication([
        resolutionMetric([{ ...byNoon, when: priorityIs('Medium') }, goal('Else', hours(4))], {
          startAt: 'began',
          goalChange: { shorter: 'recompute', longer: 'recompute' },
        }),
      ]),
    ];
    const read = [toCome, changed(onWednesday('11:00'), { priority: 'Medium → Low' })];
    expect(standingOf(read, longer, onWednesday('16:00')).verdict).toBe('open');
  });
});
