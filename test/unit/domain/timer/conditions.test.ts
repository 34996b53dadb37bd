import { hours } from '../../../../src/domain/time/instant';
import { evaluate } from '../../../../src/domain/timer/evaluate';
import type { Condition } from '../../../../src/domain/timer/condition';
import type { Fact, History } from '../../../../src/domain/timer/history';
import type { Metric } from '../../../../src/domain/timer/metric';
import type { Standing } from '../../../../src/domain/timer/standing';
import { compileRules } from '../../../../src/domain/timer/rules';
import {
  changed,
  commented,
  created,
  goal,
  hoursOf,
  member,
  nextReplyMetric,
  onWednesday,
  publication,
  publicationOf,
  ref,
  refs,
  resolutionMetric,
  standingOf,
  timerOf,
  timeWithTeam,
} from '../../../support/builders';

const ten = onWednesday('10:00');
const eleven = onWednesday('11:00');
const noon = onWednesday('12:00');
const one = onWednesday('13:00');
const fourHours = [goal('Four hours', hours(4))];
const timelineWith = (more: Partial<Metric>) => [publication([resolutionMetric(fourHours, more)])];

/** When the fact after the creation stops a timer; undefined if it does not. */
function stopAfter(stop: Condition, ...facts: Fact[]) {
  const { clock } = standingOf(facts, timelineWith({ stop }), noon);
  return clock.kind === 'stopped' ? clock.at : undefined;
}

describe('an event (rule 10)', () => {
  const born = created(ten, { assignee: 'ann' });

  it('of a comment is told by whom it is and whether the customer sees it (rule 18)', () => {
    const reply: Condition = { commented: { by: ['agent'], public: true } };
    expect(stopAfter(reply, born, commented(eleven, 'agent'))).toBe(eleven);
    expect(stopAfter(reply, born, commented(eleven, 'agent', false))).toBeUndefined();
    expect(stopAfter(reply, born, commented(eleven, 'customer'))).toBeUndefined();
    expect(stopAfter(reply, born, commented(eleven, 'automation'))).toBeUndefined();
    expect(stopAfter({ commented: {} }, born, commented(eleven, 'automation', false))).toBe(eleven);
  });

  it('of an assignment is one to somebody, or to nobody', () => {
    const taken = changed(eleven, { assignee: 'ann → bob' });
    const dropped = changed(eleven, { assignee: 'ann → ' });
    expect(stopAfter({ assigned: true }, born, taken)).toBe(eleven);
    expect(stopAfter({ assigned: true }, born, dropped)).toBeUndefined();
    expect(stopAfter({ assigned: false }, born, dropped)).toBe(eleven);
    expect(stopAfter({ assigned: false }, born, taken)).toBeUndefined();
  });

  it('of a resolution is one set, or taken back', () => {
    expect(stopAfter({ resolved: true }, born, changed(eleven, { resolution: ' → Fixed' }))).toBe(eleven);
    expect(stopAfter({ resolved: true }, born, changed(eleven, { resolution: 'Fixed → ' }))).toBeUndefined();
    expect(stopAfter({ resolved: false }, born, changed(eleven, { resolution: 'Fixed → ' }))).toBe(eleven);
  });

  it('of a change may name where from and where to, by id whatever the name', () => {
    const renamed = { id: 'Open', name: 'Offen' };
    const left: Condition = { changed: 'status', from: [renamed] };
    const leftForWork: Condition = { ...left, to: [ref('Working')] };
    const toWork = changed(eleven, { status: 'Open → Working' });
    const toWait = changed(eleven, { status: 'Open → Waiting' });
    expect(stopAfter(leftForWork, born, toWork)).toBe(eleven);
    expect(stopAfter(leftForWork, born, toWait)).toBeUndefined();
    expect(stopAfter(left, born, toWait)).toBe(eleven);
    expect(
      stopAfter({ changed: 'status' }, born, changed(eleven, { priority: 'Low → High' })),
    ).toBeUndefined();
  });

  it('of one act may be several changes together', () => {
    const doneAsDuplicate: Condition = {
      all: [{ changed: 'status', to: refs('Done') }, { resolved: true }],
    };
    const together = changed(eleven, { status: 'Open → Done', resolution: ' → Duplicate' });
    expect(stopAfter(doneAsDuplicate, born, together)).toBe(eleven);
    expect(stopAfter(doneAsDuplicate, born, changed(eleven, { status: 'Open → Done' }))).toBeUndefined();
  });
});

describe('a state', () => {
  it('may be that a field is empty, or is not', () => {
    const unassigned: Metric['pause'] = [
      { name: 'Nobody has it', while: { field: 'assignee', empty: true } },
    ];
    const facts = [created(ten), changed(eleven, { assignee: ' → ann' })];
    expect(standingOf(facts, timelineWith({ pause: unassigned }), noon)).toMatchObject({
      waited: hours(1),
      elapsed: hours(1),
    });
  });

  it('holds for any of the values of a field with many', () => {
    const pause: Metric['pause'] = [
      { name: 'Parked', while: { field: 'labels', in: refs('parked', 'later') } },
    ];
    const facts: Fact[] = [
      created(ten),
      {
        id: 'change/labels',
        at: eleven,
        kind: 'changed',
        changes: [{ field: 'labels', from: [], to: ['urgent', 'parked'] }],
      },
    ];
    expect(standingOf(facts, timelineWith({ pause }), noon).clock).toMatchObject({
      kind: 'paused',
      by: 'Parked',
    });
  });

  it('is shown by the first pause that holds', () => {
    const pause: Metric['pause'] = [
      { name: 'First', while: { field: 'status', in: refs('Waiting') } },
      { name: 'Second', while: { field: 'priority', in: refs('Low') } },
    ];
    const facts = [
      created(ten, { priority: 'Low' }),
      changed(eleven, { status: 'Open → Waiting' }),
      changed(noon, { status: 'Waiting → Open' }),
    ];
    const kinds = [eleven, noon].map((now) => standingOf(facts, timelineWith({ pause }), now).clock);
    expect(kinds).toEqual([
      { kind: 'paused', by: 'First', since: eleven },
      { kind: 'paused', by: 'Second', since: noon },
    ]);
  });
});

describe('conditions that name fifty values of a field', () => {
  const values = Array.from({ length: 50 }, (_, index) => `V${index}`);
  const pause = values.map((id) => ({ name: id, while: { field: 'status', in: refs(id) } }));
  const came = (id: string) => [created(ten), changed(eleven, { status: `Open → ${id}` })];
  const left = (id: string) => [...came(id), changed(noon, { status: `${id} → Open` })];

  it.each(values)('tell %s from all others', (id) => {
    const others: Condition = { changed: 'status', to: refs(...values.filter((other) => other !== id)) };
    const start: Condition = { begins: { field: 'status', in: refs(id) } };
    const stop: Condition = { ends: { field: 'status', in: refs(id) } };
    expect(standingOf(came(id), timelineWith({ pause }), one).clock).toMatchObject({ by: id });
    expect(standingOf(left(id), timelineWith({ pause }), one).clock).toMatchObject({ kind: 'running' });
    expect(standingOf(came(id), timelineWith({ pause, stop: others }), one).clock).toMatchObject({ by: id });
    expect(timerOf(left(id), timelineWith({ pause, start, stop }), one).cycles).toMatchObject([
      { startedAt: eleven, end: { at: noon } },
    ]);
  });
});

describe('a state that begins or ends', () => {
  const withA = [publication([timeWithTeam('A', fourHours)])];

  it('begins with the creation if it holds then', () => {
    expect(standingOf([created(ten, { team: 'A' })], withA, noon).elapsed).toBe(hours(2));
  });

  it('begins and ends at the changes that make it so; a change within it is neither', () => {
    const either = timeWithTeam('A', fourHours, {
      start: { begins: { field: 'team', in: refs('A', 'B') } },
      stop: { ends: { field: 'team', in: refs('A', 'B') } },
    });
    const facts = [
      created(ten),
      changed(eleven, { team: ' → A' }),
      changed(noon, { team: 'A → B' }),
      changed(one, { team: 'B → C' }),
    ];
    const { cycles } = timerOf(facts, [publication([either])], onWednesday('16:00'));
    expect(cycles).toMatchObject([{ startedAt: eleven, end: { kind: 'stopped', at: one } }]);
  });

  it('does not end with the creation: before it an issue is in no state at all', () => {
    const stop: Condition = { ends: { field: 'team', in: refs('A') } };
    expect(standingOf([created(ten, { team: 'B' })], timelineWith({ stop }), noon).clock.kind).toBe(
      'running',
    );
  });
});

describe('who is in which group (rule 9)', () => {
  const inNetwork: Condition = { field: 'assignee', memberOf: refs('network') };
  const olaOfNetwork = [
    publication([
      timeWithTeam('network', fourHours, { start: { begins: inNetwork }, stop: { ends: inNetwork } }),
    ]),
  ];

  it('is known from what the app recorded', () => {
    const facts = [
      member(onWednesday('09:00'), 'ann', 'network', 'everybody'),
      member(onWednesday('09:00'), 'bob', 'everybody'),
      created(onWednesday('09:30'), { assignee: 'bob' }),
      changed(ten, { assignee: 'bob → ann' }),
      changed(noon, { assignee: 'ann → bob' }),
    ];
    expect(standingOf(facts, olaOfNetwork, one)).toMatchObject({ verdict: 'met', elapsed: hours(2) });
  });

  it('changes with it: who joins the group brings the issue along', () => {
    const facts = [
      created(onWednesday('09:30'), { assignee: 'ann' }),
      member(onWednesday('09:30'), 'ann', 'everybody'),
      member(eleven, 'ann', 'everybody', 'network'),
      member(noon, 'ann', 'everybody'),
    ];
    const { cycles } = timerOf(facts, olaOfNetwork, one);
    expect(cycles).toMatchObject([{ startedAt: eleven, end: { at: noon } }]);
  });

  it('is unknown before anybody saw it, and what depends on it is unknown, not met', () => {
    const facts = [
      created(onWednesday('09:30')),
      changed(ten, { assignee: ' → ann' }),
      member(eleven, 'ann', 'network'),
      changed(noon, { assignee: 'ann → ' }),
    ];
    expect(standingOf(facts, olaOfNetwork, one).verdict).toBe('unknown');
  });

  it('does not matter where the rest of a condition decides', () => {
    const pause: Metric['pause'] = [
      { name: 'Parked', while: { all: [{ field: 'status', in: refs('Waiting') }, { not: inNetwork }] } },
      { name: 'Known', while: { any: [{ field: 'status', in: refs('Known') }, inNetwork] } },
    ];
    const parked = timelineWith({ pause: pause.slice(0, 1) });
    const stays = [created(ten, { assignee: 'ann' })];
    expect(standingOf(stays, parked, noon).verdict).toBe('open');
    const waits = [...stays, changed(eleven, { status: 'Open → Waiting' })];
    expect(standingOf(waits, parked, noon).verdict).toBe('unknown');
    const known = [created(ten, { assignee: 'ann', status: 'Known' })];
    expect(standingOf(known, timelineWith({ pause: pause.slice(1) }), noon).verdict).toBe('open');
  });

  it('of several accounts is answered by one that is known to be in the group, and else only by all', () => {
    const asked: Condition = { field: 'approvers', memberOf: refs('network') };
    const pause = timelineWith({ pause: [{ name: 'Approval', while: asked }] });
    const by = (approvers: string): Standing =>
      standingOf(
        [
          member(onWednesday('09:00'), 'ann', 'network'),
          member(onWednesday('09:00'), 'bob', 'everybody'),
          { ...created(ten), fields: { approvers: approvers.split(' ') } } as Fact,
        ],
        pause,
        noon,
      );
    expect(by('stranger ann')).toMatchObject({ verdict: 'open', clock: { kind: 'paused' } });
    expect(by('bob stranger').verdict).toBe('unknown');
    expect(by('bob')).toMatchObject({ verdict: 'open', clock: { kind: 'running' } });
  });

  it('that decides whether an agreement applies leaves none of its timers with a verdict while it is unknown', () => {
    const metrics = [resolutionMetric(fourHours), nextReplyMetric(fourHours)];
    const covered = publicationOf({ id: 'network', covers: inNetwork, metrics });
    const facts = [
      created(ten, { assignee: 'ann' }),
      commented(eleven, 'customer'),
      member(noon, 'ann', 'network'),
    ];
    const timers = evaluate({ facts }, compileRules([[covered]]), hoursOf, one);
    expect(timers.map(({ metric, standings }) => [metric.id, standings[0]?.verdict])).toEqual([
      ['resolution', 'unknown'],
      ['next-reply', 'unknown'],
    ]);
  });

  it('of nobody is none', () => {
    expect(() => timerOf([created(ten)], olaOfNetwork, noon)).toThrow('0 timers');
  });
});

describe('a history with a hole (rule 21)', () => {
  const verdictsWith = (gap: History['gap']) => {
    const facts = [
      created(ten),
      commented(eleven, 'customer'),
      commented(noon, 'agent'),
      changed(noon, { status: 'Open → Done' }),
    ];
    const metrics = [resolutionMetric(fourHours), nextReplyMetric(fourHours)];
    const timers = evaluate(
      { facts, ...(gap && { gap }) },
      compileRules([[publication(metrics)]]),
      hoursOf,
      one,
    );
    return Object.fromEntries(timers.map(({ metric, standings }) => [metric.id, standings[0]?.verdict]));
  };

  it.each<[string, History['gap'], string, string]>([
    ['nothing', undefined, 'met', 'met'],
    ['comments, which only the next reply reads', 'comments', 'met', 'unknown'],
    ['the changelog, which both read', 'changelog', 'unknown', 'unknown'],
    ['a field that both ask about', { field: 'status' }, 'unknown', 'unknown'],
    ['a field that none asks about', { field: 'summary' }, 'met', 'met'],
  ])('where it misses %s', (_, gap, resolution, reply) => {
    expect(verdictsWith(gap)).toEqual({ resolution, 'next-reply': reply });
  });

  it('is not hidden by a field that a goal or a start reads', () => {
    const reading = resolutionMetric([{ name: 'Until', until: 'duedate', calendar: 'nine-to-five' }], {
      startAt: 'began',
    });
    const rules = compileRules([[publication([reading])]]);
    for (const field of ['duedate', 'began']) {
      const facts = [created(ten, { duedate: '2026-11-20' })];
      const [timer] = evaluate({ facts, gap: { field } }, rules, hoursOf, noon);
      expect(timer?.standings[0]?.verdict).toBe('unknown');
    }
  });
});
