import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { days, later, type Instant } from '../../../../src/domain/time/instant';
import type { Condition } from '../../../../src/domain/timer/condition';
import type { Timer } from '../../../../src/domain/timer/cycle';
import { explain, type AgreementExplained } from '../../../../src/domain/timer/explain';
import type { Goal } from '../../../../src/domain/timer/metric';
import { compileRules } from '../../../../src/domain/timer/rules';
import type { Timeline } from '../../../../src/domain/timer/timeline';
import {
  created,
  goal,
  hours,
  onWednesday,
  priorityIs,
  publication,
  refs,
  resolutionMetric,
} from '../../../support/builders';

const now = onWednesday('12:00');
const customerIs = (name: string): Condition => ({ field: 'customer', in: refs(name) });
const serviceIs = (name: string): Condition => ({ field: 'service', in: refs(name) });

const goals: Goal[] = [
  goal('High', hours(2), priorityIs('High')),
  goal('Medium', hours(4), priorityIs('Medium')),
  goal('Others', hours(8)),
];

/** An agreement on its own timeline; its version is `<id>@1`. */
function agreement(id: string, more: Partial<Agreement> = {}): Timeline {
  const made = publication([resolutionMetric(goals)], { version: `${id}@1` });
  return [{ ...made, agreement: { ...made.agreement, id, name: id, ...more } }];
}

function explained(
  timelines: readonly Timeline[],
  fields: Record<string, string> = {},
  timers: readonly Timer[] = [],
): AgreementExplained[] {
  const facts = [created(onWednesday('09:00'), { customer: 'Acme', service: 'Mail', ...fields })];
  return explain({ history: { facts }, rules: compileRules(timelines), timers }, now);
}

const running = (id: string, version = `${id}@1`, end: Instant | null = null): Timer => ({
  agreement: { id, name: id },
  metric: { id: 'resolution', kind: 'resolution' },
  unknown: false,
  cycles: [
    {
      number: 1,
      version,
      startedAt: onWednesday('09:00'),
      knownFrom: onWednesday('09:00'),
      stretches: [],
      end: end === null ? null : { kind: 'stopped', at: end, because: 'change/1' },
    },
  ],
});

describe('agreements', () => {
  const general = agreement('general');
  const forService = agreement('service', { service: serviceIs('Mail') });
  const forCustomer = agreement('customer', { customer: customerIs('Acme') });
  const forBoth = agreement('both', { customer: customerIs('Acme'), service: serviceIs('Mail') });

  it('are tried from the most specific to the general one, and the first that fits applies (T13)', () => {
    const tried = explained([general, forService, forBoth, forCustomer]);
    expect(tried.map(({ id, scope }) => [id, scope])).toEqual([
      ['both', 'customer-and-service'],
      ['customer', 'customer'],
      ['service', 'service'],
      ['general', 'general'],
    ]);
    expect(tried.map(({ applies }) => applies)).toEqual([
      { kind: 'applies' },
      ...Array.from({ length: 3 }, () => ({ kind: 'outranked', by: 'both' })),
    ]);
  });

  it('that are about other issues say by which part, and what is found there', () => {
    const [customer, other] = explained([forCustomer, general], { customer: 'Bolt' });
    expect(customer?.applies).toEqual({
      kind: 'other-issues',
      condition: customerIs('Acme'),
      unmet: [{ condition: customerIs('Acme'), field: 'customer', found: ['Bolt'] }],
    });
    expect(customer?.metrics).toEqual([]);
    expect(other?.applies).toEqual({ kind: 'applies' });
  });

  it('say only that of their scope that does not hold', () => {
    const covers = { any: [priorityIs('High'), priorityIs('Low')] };
    const [desk] = explained([
      agreement('desk', { customer: customerIs('Acme'), service: serviceIs('Web'), covers }),
    ]);
    expect(desk?.applies).toMatchObject({
      condition: { all: [serviceIs('Web'), covers] },
      unmet: [{ field: 'service' }, { field: 'priority' }, { field: 'priority' }],
    });
  });

  it('with groups and suppliers bind somebody else, and stand in nobody’s way', () => {
    const tried = explained([
      forBoth,
      agreement('team', { kind: 'OLA' }),
      agreement('network', { kind: 'OLA' }),
    ]);
    expect(tried.map(({ id, applies }) => [id, applies.kind])).toEqual([
      ['both', 'applies'],
      ['network', 'applies'],
      ['team', 'applies'],
    ]);
  });

  it('that are suspended let no other take their place', () => {
    const suspension = { kind: 'suspended', at: onWednesday('08:00'), reason: 'Moving' } as const;
    const tried = explained([[...forBoth, suspension], general]);
    expect(tried.map(({ applies }) => applies.kind)).toEqual(['suspended', 'outranked']);
    expect(tried.map(({ metrics }) => metrics.length)).toEqual([1, 0]);
  });

  it('that are not in force yet, not any more, or suspended say since when and why', () => {
    const tomorrow = later(now, days(1));
    const yesterday = later(now, days(-1));
    const suspension = { kind: 'suspended', at: yesterday, reason: 'Not paid' } as const;
    const team = { kind: 'OLA' } as const;
    const tried = explained([
      agreement('a-future', { ...team, effectiveFrom: tomorrow }),
      [...agreement('b-past', team), { kind: 'ended', at: yesterday, runOff: 'finish' }],
      [...agreement('c-frozen', team), suspension],
      [...agreement('d-thawed', team), suspension, { kind: 'reinstated', at: onWednesday('08:00') }],
    ]);
    expect(tried.map(({ applies }) => applies)).toEqual([
      { kind: 'not-yet', from: tomorrow },
      { kind: 'ended', at: yesterday },
      { kind: 'suspended', since: yesterday, reason: 'Not paid' },
      { kind: 'applies' },
    ]);
  });

  describe('that ended and were published again', () => {
    const ended = { kind: 'ended', at: onWednesday('08:00'), runOff: 'finish' } as const;
    const again = (at: Instant, more: Partial<Agreement> = {}): Timeline[number] => {
      const made = publication([resolutionMetric([goal('Anew', hours(1))])], { version: 'desk@2', at });
      return { ...made, agreement: { ...made.agreement, id: 'desk', ...more } };
    };
    const standOf = (...more: Timeline) => explained([[...agreement('desk'), ended, ...more]])[0];

    it('are in force again, as they are now', () => {
      const desk = standOf(again(onWednesday('10:00')));
      expect(desk?.applies).toEqual({ kind: 'applies' });
      expect(desk?.metrics[0]?.goals).toMatchObject([{ goal: { name: 'Anew' } }]);
    });

    it('may be about other issues than before', () => {
      const desk = standOf(again(onWednesday('10:00'), { customer: customerIs('Bolt') }));
      expect(desk).toMatchObject({ scope: 'customer', applies: { kind: 'other-issues' } });
    });

    it('may come back only later', () => {
      const tomorrow = later(now, days(1));
      const desk = standOf(again(onWednesday('10:00'), { effectiveFrom: tomorrow }));
      expect(desk?.applies).toEqual({ kind: 'not-yet', from: tomorrow });
    });

    it('may end again', () => {
      const desk = standOf(again(onWednesday('10:00')), { ...ended, at: onWednesday('11:00') });
      expect(desk?.applies).toEqual({ kind: 'ended', at: onWednesday('11:00') });
    });

    it('with an end gone by ended when they first did', () => {
      const at = onWednesday('10:00');
      expect(standOf(again(at), { ...ended, at })?.applies).toEqual({ kind: 'ended', at: ended.at });
    });
  });

  it('that are suspended for another reason than before say since when that one holds', () => {
    const desk: Timeline = [
      ...agreement('desk'),
      { kind: 'suspended', at: onWednesday('08:00'), reason: 'Moving' },
      { kind: 'suspended', at: onWednesday('10:00'), reason: 'Strike' },
    ];
    const other: Timeline = [
      ...agreement('other', { customer: customerIs('Bolt') }),
      { kind: 'ended', at: onWednesday('11:00'), runOff: 'finish' },
    ];
    expect(explained([desk, other]).find(({ id }) => id === 'desk')?.applies).toEqual({
      kind: 'suspended',
      since: onWednesday('10:00'),
      reason: 'Strike',
    });
  });

  it('are judged as they stand now, not as they will be', () => {
    const [first] = agreement('desk', { customer: customerIs('Acme') });
    const [second] = agreement('desk', { customer: customerIs('Bolt') });
    const later1 = { ...second!, version: 'desk@2', at: later(now, days(1)) };
    expect(explained([[later1, first!]])[0]?.applies).toEqual({ kind: 'applies' });
  });
});

describe('the timers of an agreement', () => {
  it('say what they wait for when they never started', () => {
    const [desk] = explained([agreement('desk')]);
    expect(desk?.metrics).toMatchObject([
      { kind: 'resolution', ran: 'never', start: resolutionMetric([]).start },
    ]);
  });

  it('say whether they run or have ended', () => {
    const ranOf = (timer: Timer) => explained([agreement('desk')], {}, [timer])[0]?.metrics[0]?.ran;
    expect(ranOf(running('desk'))).toBe('runs');
    expect(ranOf(running('desk', 'desk@1', onWednesday('10:00')))).toBe('ended');
  });

  it('stay explained while one still runs under an agreement that is about the issue no more', () => {
    const timeline = agreement('acme', { customer: customerIs('Acme') });
    const [acme] = explained([timeline], { customer: 'Bolt' }, [running('acme')]);
    expect(acme?.applies.kind).toBe('other-issues');
    expect(acme?.metrics).toHaveLength(1);
  });

  it('go by the goals of the version that they are judged by', () => {
    const [first] = agreement('desk');
    const newer = publication([resolutionMetric([goal('Everything', hours(1))])], {
      version: 'desk@2',
      at: onWednesday('11:00'),
    });
    const timeline = [first!, { ...newer, agreement: { ...newer.agreement, id: 'desk' } }] as Timeline;
    const namesOf = (timers: readonly Timer[]) =>
      explained([timeline], {}, timers)[0]?.metrics[0]?.goals.map(({ goal: { name } }) => name);
    expect(namesOf([running('desk')])).toEqual(['High', 'Medium', 'Others']);
    expect(namesOf([])).toEqual(['Everything']);
  });
});

describe('the goals of a timer', () => {
  const outcomes = (rules: readonly Goal[], fields: Record<string, string> = {}) => {
    const made = publication([resolutionMetric(rules)]);
    return explained([[made]], fields)[0]?.metrics[0]?.goals.map(({ outcome }) => outcome);
  };

  it('are tried in order: the first that matches wins, and those after it are not reached', () => {
    expect(outcomes(goals)).toEqual([
      {
        kind: 'unmet',
        unmet: [{ condition: priorityIs('High'), field: 'priority', found: ['Medium'] }],
      },
      { kind: 'won' },
      { kind: 'not-reached' },
    ]);
  });

  it('may all fail, each with its reason', () => {
    expect(outcomes(goals.slice(0, 2), { priority: 'Low' })).toMatchObject([
      { kind: 'unmet', unmet: [{ found: ['Low'] }] },
      { kind: 'unmet', unmet: [{ found: ['Low'] }] },
    ]);
  });

  it('whose field says nothing of use give way to the next', () => {
    const calendar = 'nine-to-five';
    const byDate: Goal = { name: 'By the date', calendar, until: 'duedate' };
    const byLength: Goal = { name: 'As long', calendar, withinField: 'effort', unit: 'hours' };
    expect(outcomes([byDate, byLength, goal('Others', hours(8))], { effort: 'soon' })).toEqual([
      { kind: 'no-value', field: 'duedate' },
      { kind: 'no-value', field: 'effort' },
      { kind: 'won' },
    ]);
    expect(outcomes([byDate], { duedate: '2026-11-20' })).toEqual([{ kind: 'won' }]);
    expect(outcomes([byLength], { effort: '4' })).toEqual([{ kind: 'won' }]);
  });
});
