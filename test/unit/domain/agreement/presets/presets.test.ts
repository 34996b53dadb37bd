import * as fc from 'fast-check';
import * as v from 'valibot';
import { compiledCalendars } from '../../../../../src/app/evaluate-issue';
import { definitionsFileSchema } from '../../../../../src/contract/definitions-file';
import { readDefinitions } from '../../../../../src/domain/agreement/definitions';
import type { Definitions } from '../../../../../src/domain/agreement/draft';
import { knownAmong } from '../../../../../src/domain/agreement/known-field';
import { lint } from '../../../../../src/domain/agreement/lint';
import {
  lacksOf,
  partsOf,
  presetDraft,
  type PresetWords,
} from '../../../../../src/domain/agreement/presets/preset-draft';
import {
  presetIds,
  presets,
  serviceWeeks,
  type PresetId,
  type ServiceWeek,
} from '../../../../../src/domain/agreement/presets/presets';
import { likelyWays, valuesOf, type Ways } from '../../../../../src/domain/agreement/presets/ways';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import { ruleBook } from '../../../../../src/domain/agreement/rule-book';
import { hours, later, minutes, type Instant } from '../../../../../src/domain/time/instant';
import { evaluate, type EvaluatedTimer } from '../../../../../src/domain/timer/evaluate';
import type { Fact } from '../../../../../src/domain/timer/history';
import { at, changed, created } from '../../../../support/builders';
import { law } from '../../../../support/laws';
import { shapes } from '../../../../support/project-shapes';

const words: PresetWords = {
  calendar: 'Service hours',
  agreement: 'Service desk',
  waiting: 'Waiting for the customer',
  audiences: {
    all: 'All issues',
    urgent: 'Urgent',
    incidents: 'Incidents',
    problems: 'Problems',
    others: 'All others',
  },
};

const weekNames = Object.keys(serviceWeeks) as ServiceWeek[];
const today = at('2026-11-18T10:00Z');

function draftFor(id: PresetId, shape: ProjectShape, ways: Ways, week: ServiceWeek = '7x24') {
  return presetDraft(presets[id], partsOf(shape, ways), {
    weekly: serviceWeeks[week],
    timeZone: 'Asia/Shanghai',
    effectiveFrom: '2025-11-18',
    ids: { calendar: 'service-hours', agreement: 'service-desk' },
    words,
    goal: {},
  });
}

function read(draft: ReturnType<typeof draftFor>, { fields }: ProjectShape): Definitions {
  const { definitions, problems } = readDefinitions(draft, knownAmong(fields), []);
  if (!definitions) throw new Error(JSON.stringify(problems));
  return definitions;
}

const lacks = (id: PresetId, shape: ProjectShape, ways = likelyWays(shape)) =>
  lacksOf(presets[id], partsOf(shape, ways));

describe('without a correction', () => {
  it.each([
    ['sample', { problems: ['problems'] }],
    [
      'bare',
      {
        incidents: ['incidents'],
        'critical-systems': ['incidents'],
        problems: ['problems', 'fixed'],
      },
    ],
    ['service', {}],
    ['chinese', {}],
    ['numbered', { problems: ['fixed'] }],
  ] as const)('a project as “%s” can have all presets but those that it has nothing for', (name, lacking) => {
    const found = presetIds.flatMap((id) => {
      const needs = lacks(id, shapes[name]);
      return needs.length > 0 ? [[id, [...needs].sort()] as const] : [];
    });
    const wanted = Object.entries<readonly string[]>(lacking).map(([id, needs]) => [id, [...needs].sort()]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });
});

const possible = Object.entries(shapes).flatMap(([name, shape]) =>
  presetIds
    .filter((id) => lacks(id, shape).length === 0)
    .flatMap((id) => weekNames.map((week) => [id, week, name, shape] as const)),
);

it.each(possible)(
  '%s on %s comes into force without a finding in a project as “%s”',
  (id, week, _name, shape) => {
    const draft = draftFor(id, shape, likelyWays(shape), week);
    const file = { format: 'service-levels/1', ...draft };
    expect(v.safeParse(definitionsFileSchema, JSON.parse(JSON.stringify(file))).issues).toBeUndefined();
    expect(lint(read(draft, shape), today)).toEqual([]);
  },
);

it('a value is meant alone, even if its name is the id of another', () => {
  const { numbered } = shapes;
  for (const { id } of valuesOf(numbered, 'priority')) {
    const ways = { ...likelyWays(numbered), urgent: [id] };
    const { agreements } = read(draftFor('by-urgency', numbered, ways), numbered);
    const [urgent] = agreements[0]!.metrics[0]!.goals;
    expect(urgent?.when).toMatchObject({ field: 'priority', in: [{ id }] });
  }
});

/** What a project’s issues come to under a preset. */
function timersUnder(id: PresetId, shape: ProjectShape, ways: Ways) {
  const { calendars, agreements } = read(draftFor(id, shape, ways), shape);
  const saved = { change: 'start', seq: 1, at: at('2026-01-01T00:00Z') };
  const book = ruleBook([
    ...calendars.map((doc) => ({ ...saved, kind: 'calendar' as const, doc })),
    ...agreements.map((doc) => ({ ...saved, kind: 'agreement' as const, doc })),
  ]);
  return (facts: readonly Fact[], now: Instant): EvaluatedTimer[] =>
    evaluate({ facts }, book.rules, compiledCalendars(book), now);
}

const idOf = (shape: ProjectShape, field: string, name: string): string => {
  const found = valuesOf(shape, field).find((value) => value.name === name);
  if (!found) throw new Error(`No ${field} ${name}`);
  return found.id;
};

describe('any issue that waits for work to begin has exactly one promise of response', () => {
  const underway = Object.values(shapes).flatMap((shape) => {
    const ways = likelyWays(shape);
    return presetIds
      .filter((id) => lacks(id, shape).length === 0)
      .map((id) => ({ id, shape, ways, timers: timersUnder(id, shape, ways) }));
  });
  const issue = fc.constantFrom(...underway).chain((preset) => {
    const { shape, ways } = preset;
    const valueOf = (field: string) => fc.constantFrom(...valuesOf(shape, field).map(({ id }) => id));
    return fc.record({
      preset: fc.constant(preset),
      type: valueOf('issuetype'),
      priority: fc.option(valueOf('priority'), { nil: undefined }),
      status: valueOf('status').filter((status) => ways.stages[status] === 'new'),
      later: fc.array(fc.tuple(valueOf('status'), fc.integer({ min: 1, max: 5_000 })), { maxLength: 4 }),
    });
  });
  law('whatever its type, its priority and its way', [issue], (drawn) => {
    const { preset, type, priority, status, later: moves } = drawn;
    const start = at('2026-10-01T08:00Z');
    const facts: Fact[] = [created(start, { status, issuetype: type })];
    const [first] = facts;
    if (first?.kind === 'created')
      facts[0] = { ...first, fields: { ...first.fields, priority: priority ? [priority] : [] } };
    let [when, was] = [start, status];
    for (const [to, wait] of moves) {
      when = later(when, minutes(wait));
      if (to !== was) facts.push(changed(when, { status: `${was} → ${to}` }));
      was = to;
    }
    const responses = preset
      .timers(facts, later(when, hours(1)))
      .filter(({ metric }) => metric.kind === 'response');
    expect(responses).toHaveLength(1);
    expect(responses[0]!.cycles).toHaveLength(1);
    expect(responses[0]!.standings[0]!.promise).not.toBeNull();
  });
});

describe('in a service project', () => {
  const { service } = shapes;
  const ways = likelyWays(service);
  const nine = at('2026-11-18T09:00Z');
  const status = (name: string) => idOf(service, 'status', name);
  const issue = (type: string, priority = 'Medium') =>
    created(nine, {
      status: status('Waiting for support'),
      issuetype: idOf(service, 'issuetype', `[System] ${type}`),
      priority: idOf(service, 'priority', priority),
    });
  const moved = (after: number, from: string, to: string) =>
    changed(later(nine, hours(after)), { status: `${status(from)} → ${status(to)}` });
  const standings = (id: PresetId, facts: readonly Fact[], after: number) =>
    timersUnder(
      id,
      service,
      ways,
    )(facts, later(nine, hours(after))).map(({ metric, standings: [first, ...more] }) => [
      metric.kind,
      first?.verdict,
      first?.within,
      more.length,
    ]);

  it('a request is answered when it leaves the queue, and done when it is resolved', () => {
    const facts = [
      issue('Service request'),
      moved(20, 'Waiting for support', 'In progress'),
      moved(30, 'In progress', 'Waiting for customer'),
      moved(60, 'Waiting for customer', 'In progress'),
      moved(100, 'In progress', 'Resolved'),
    ];
    expect(standings('standard-requests', facts, 101)).toEqual([
      ['response', 'met', hours(24), 0],
      ['resolution', 'met', hours(72), 0],
    ]);
  });

  it('an urgent issue is to be answered within 24 hours, any other within 48', () => {
    expect(standings('by-urgency', [issue('Incident', 'High')], 30)).toEqual([
      ['response', 'breached', hours(24), 0],
    ]);
    expect(standings('by-urgency', [issue('Incident', 'Low')], 30)).toEqual([
      ['response', 'open', hours(48), 0],
    ]);
  });

  it('an incident is to be restored within 4 hours, on critical systems within 2; a request has no such timer', () => {
    expect(standings('incidents', [issue('Incident')], 3)).toEqual([
      ['response', 'breached', hours(2), 0],
      ['recovery', 'open', hours(4), 0],
    ]);
    expect(standings('critical-systems', [issue('Incident')], 3)).toEqual([
      ['response', 'breached', hours(2), 0],
      ['recovery', 'breached', hours(2), 0],
    ]);
    expect(standings('incidents', [issue('Service request')], 3)).toEqual([
      ['response', 'open', hours(4), 0],
    ]);
  });

  it('a problem is to be fixed within 48 hours and verified within 72 of that; back in work, nothing is to be verified', () => {
    const fixed = [issue('Problem'), moved(10, 'Waiting for support', 'Resolved')];
    expect(standings('problems', fixed, 90)).toEqual([
      ['response', 'met', hours(24), 0],
      ['resolution', 'met', hours(48), 0],
      ['verification', 'breached', hours(72), 0],
    ]);
    expect(standings('problems', [...fixed, moved(20, 'Resolved', 'Closed')], 90)[2]).toEqual([
      'verification',
      'met',
      hours(72),
      0,
    ]);
    expect(standings('problems', [...fixed, moved(20, 'Resolved', 'In progress')], 90)).toEqual([
      ['response', 'met', hours(24), 0],
      ['resolution', 'met', hours(48), 1],
      ['verification', 'none', hours(72), 0],
    ]);
  });
});
