import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Refused } from '../../src/contract/answer';
import type { HolidaySet } from '../../src/domain/calendar/holiday-set';
import { localDateOf } from '../../src/domain/time/local-date';
import { resolverOf } from '../../src/handlers/resolver';
import { onWednesday } from '../support/builders';
import type { TermsOf } from '../../src/domain/timer/goal';
import { draft, projectValues, type Mutable } from '../support/definitions';
import { memoryPorts, type MemoryPorts } from '../support/memory-ports';

type Draft = ReturnType<typeof draft>;
type Problem = Refused['problems'][number];

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
});

/** Calls the app as the settings page does. */
function call(functionKey: string, payload: unknown): Promise<unknown> {
  return resolverOf(ports)(
    { call: { functionKey, payload }, context: { extension: { project: { id: '10000' } } } },
    { principal: { accountId: 'sam' } },
  );
}

const post = (file: string): Promise<unknown> => call('importDefinitions', { file });

/** What the page is told of a file with mistakes; nothing of it may be kept. */
async function refusal(file: string): Promise<readonly Problem[]> {
  const answer = await post(file);
  expect(answer).toMatchObject({ ok: false, refusal: 'bad-input' });
  expect(ports.changes).toEqual([]);
  return (answer as Refused).problems;
}

const format = 'service-levels/1';
const written = (spoil: (file: Draft) => unknown = () => undefined): string => {
  const spoilt = draft();
  spoil(spoilt);
  return JSON.stringify({ format, ...spoilt });
};

/** The valid file with other text in it; loose JSON is written so. */
const replaced = (what: string | RegExp, by: string): string => {
  const file = written().replace(what, by);
  expect(file).not.toBe(written());
  return file;
};

const manyDates = Array.from({ length: 500 }, (_, day) => localDateOf(20_000 + day));

/** The file with one exception, written as the text between its braces. */
const withException = (exception: string): string =>
  replaced('"exceptions":[]', `"exceptions":[{${exception}}]`);

const calendar = ({ calendars }: Draft) => calendars[0]!;
const agreement = ({ agreements }: Draft) => agreements[0]!;
const metric = (file: Draft) => agreement(file).metrics[0]!;
const goal = (file: Draft) => metric(file).goals[0]!;
const within = (file: Draft) => goal(file) as { within: string };

/** The valid file with something more in its metric. */
const added = (what: string): string => replaced('"kind":"resolution"', `"kind":"resolution",${what}`);
const stopAtDone = '{"changed":"status","to":["Done"]}';

const inMetric = 'agreements[0].metrics[0]';
const inGoal = `${inMetric}.goals[0]`;

/** The file with a holiday set that its calendar refers to, and whatever else. */
const withSet = (spoil: (set: Mutable<HolidaySet>, file: Draft) => unknown = () => undefined): string =>
  written((file) => {
    const set: Mutable<HolidaySet> = {
      id: 'berlin',
      name: 'Public holidays, Berlin',
      source: 'service.berlin.de, 2026',
      days: [
        { date: '2026-04-03', name: 'Good Friday' },
        { from: '2026-12-25', to: '2026-12-26', name: 'Christmas' },
        { yearly: '05-01', name: 'Labour Day' },
      ],
    };
    file.holidaySets = [set];
    calendar(file).holidaySets = ['berlin'];
    spoil(set, file);
  });

/** The valid file with another promise in its first goal. */
const promising = (terms: TermsOf<string>): string =>
  written((file) => (metric(file).goals[0] = { name: 'P1', calendar: 'office', ...terms }));

/** For every problem that a file can have: a file that has it, and where. */
const cases: Readonly<Record<string, readonly (readonly [path: unknown, file: () => string])[]>> = {
  'agreement.ends-too-soon': [
    ['agreements[0].effectiveTo', () => written((file) => (agreement(file).effectiveTo = '2025-12-31'))],
    [
      'agreements[0].effectiveTo',
      () => written((file) => (agreement(file).effectiveTo = '2026-01-01T00:00')),
    ],
    [
      'agreements[0].suspensions[0].to',
      () =>
        written((file) => {
          agreement(file).suspensions = [{ from: '2026-05-02', to: '2026-05-01', reason: 'Strike' }];
        }),
    ],
  ],
  'agreement.no-reason': [
    [
      'agreements[0].suspensions[0].reason',
      () => written((file) => (agreement(file).suspensions = [{ from: '2026-05-02', reason: ' ' }])),
    ],
  ],
  'agreement.no-such-time': [
    ['agreements[0].effectiveTo', () => written((file) => (agreement(file).effectiveTo = '31.12.2026'))],
    [
      'agreements[0].effectiveTo',
      () => written((file) => (agreement(file).effectiveTo = '2026-12-31T25:00')),
    ],
    [
      'agreements[0].effectiveTo',
      () => written((file) => (agreement(file).effectiveTo = '2026-12-31T18:00T18:00')),
    ],
    [
      'agreements[0].suspensions[0].from',
      () => written((file) => (agreement(file).suspensions = [{ from: '2026-02-30', reason: 'Strike' }])),
    ],
  ],
  'agreement.tie': [
    ['agreements[0]', () => written(({ agreements }) => agreements.push({ ...agreements[0]!, id: 'other' }))],
  ],
  'calendar.date-twice': [
    [
      'calendars[0].exceptions[1].date',
      () =>
        written((file) => {
          calendar(file).exceptions = ['2026-12-25', '2026-12-25'].map((date) => ({ date, hours: [] }));
        }),
    ],
  ],
  'calendar.holiday-set-twice': [
    [
      'calendars[0].holidaySets[1]',
      () => withSet((_set, file) => (calendar(file).holidaySets = ['berlin', 'berlin'])),
    ],
  ],
  'calendar.no-holiday': [['holidaySets[0].days', () => withSet((set) => (set.days = []))]],
  'calendar.no-interruption': [
    [
      'calendars[0].interruptions[0].hours',
      () =>
        written((file) => {
          calendar(file).interruptions = [{ date: '2026-12-01', hours: [], name: 'Migration' }];
        }),
    ],
  ],
  'calendar.no-such-month-day': [
    [
      'calendars[0].exceptions[0].yearly',
      () => written((file) => (calendar(file).exceptions = [{ yearly: '02-30', hours: [] }])),
    ],
    [
      'holidaySets[0].days[0].yearly',
      () => withSet((set) => (set.days = [{ yearly: '13-01', name: 'Never' }])),
    ],
  ],
  'calendar.range-backwards': [
    [
      'calendars[0].exceptions[0].to',
      () =>
        written((file) => {
          calendar(file).exceptions = [{ from: '2026-12-25', to: '2026-12-24', hours: [] }];
        }),
    ],
  ],
  'calendar.range-too-long': [
    [
      'holidaySets[0].days[0].to',
      () => withSet((set) => (set.days = [{ from: '2026-01-01', to: '2036-12-31', name: 'Closed' }])),
    ],
  ],
  'calendar.ranges-overlap': [
    [
      'calendars[0].exceptions[1].from',
      () =>
        written((file) => {
          calendar(file).exceptions = [
            { from: '2026-12-24', to: '2026-12-31', hours: [] },
            { from: '2026-12-31', to: '2027-01-01', hours: [] },
          ];
        }),
    ],
  ],
  'calendar.unknown-holiday-set': [
    ['calendars[0].holidaySets[0]', () => withSet((set) => (set.id = 'brandenburg'))],
    ['calendars[0].holidaySets[0]', () => withSet((_set, file) => delete file.holidaySets)],
  ],
  'calendar.no-such-date': [
    [
      'calendars[0].exceptions[0].date',
      () => written((file) => (calendar(file).exceptions = [{ date: '2026-02-30', hours: [] }])),
    ],
    ['agreements[0].effectiveFrom', () => written((file) => (agreement(file).effectiveFrom = '1.1.2026'))],
  ],
  'calendar.no-such-time': [
    [`${inGoal}.by`, () => promising({ by: '4pm', onBusinessDay: 1 })],
    [
      'calendars[0].weekly.mon[0]',
      () => written((file) => (calendar(file).weekly.mon = [['9:00', '17:00']])),
    ],
    [
      'calendars[0].weekly.mon[0]',
      () => written((file) => (calendar(file).weekly.mon = [['24:00', '17:00']])),
    ],
    [
      'calendars[0].exceptions[0].hours[0]',
      () =>
        written(
          (file) => (calendar(file).exceptions = [{ date: '2026-12-25', hours: [['09:00', '25:00']] }]),
        ),
    ],
  ],
  'calendar.no-working-time': [
    ['calendars[0].weekly', () => written((file) => (calendar(file).weekly = {}))],
  ],
  'calendar.overlap': [
    [
      'calendars[0].weekly.mon[1]',
      () =>
        written((file) => {
          calendar(file).weekly.mon = [
            ['09:00', '12:00'],
            ['11:00', '17:00'],
          ];
        }),
    ],
  ],
  'calendar.unknown-zone': [
    ['calendars[0].timeZone', () => written((file) => (calendar(file).timeZone = 'Mars/Olympus'))],
    ['agreements[0].timeZone', () => written((file) => (agreement(file).timeZone = ''))],
  ],
  'condition.empty': [
    [`${inMetric}.stop.to`, () => written((file) => (metric(file).stop = { changed: 'status', to: [] }))],
    [`${inMetric}.start.any`, () => written((file) => (metric(file).start = { any: [] }))],
  ],
  'condition.needs-state': [
    [
      `${inMetric}.pause[0].while`,
      () => written((file) => (metric(file).pause[0]!.while = { changed: 'status' })),
    ],
    [`${inGoal}.when`, () => written((file) => (goal(file).when = { not: { created: true } }))],
    ['agreements[0].covers', () => written((file) => (agreement(file).covers = { commented: {} }))],
    ['agreements[0].customer', () => written((file) => (agreement(file).customer = { assigned: true }))],
    ['agreements[0].service', () => written((file) => (agreement(file).service = { resolved: true }))],
    [`${inMetric}.stop.begins`, () => written((file) => (metric(file).stop = { begins: { created: true } }))],
    [`${inMetric}.stop.ends`, () => written((file) => (metric(file).stop = { ends: { changed: 'status' } }))],
  ],
  'condition.unknown-field': [
    [`${inGoal}.when.field`, () => written((file) => (goal(file).when = { field: 'urgencyy', empty: true }))],
    [`${inMetric}.stop.changed`, () => written((file) => (metric(file).stop = { changed: '__proto__' }))],
    [`${inMetric}.startAt`, () => written((file) => (metric(file).startAt = 'outages'))],
    [`${inMetric}.stopAt`, () => written((file) => (metric(file).stopAt = 'restored'))],
    [`${inGoal}.until`, () => promising({ until: 'toString' })],
    [`${inGoal}.withinField`, () => promising({ withinField: 'promised', unit: 'hours' })],
  ],
  'condition.value-form': (
    [
      ['labels', 'two words'],
      ['assignee', 'Alex Morgan'],
      ['components', 'Printers'],
      ['duedate', '31.12.2026'],
      ['outage', '2026-12-31T18:00'],
      ['effort', '3.0'],
      ['summary', ' '],
    ] as const
  ).map(([field, text]) => [
    `${inGoal}.when.in[0]`,
    () => written((file) => (goal(file).when = { field, in: [text] })),
  ]),
  'condition.unknown-value': [
    [
      `${inGoal}.when.all[0].in[1]`,
      () =>
        written((file) => (goal(file).when = { all: [{ field: 'priority', in: ['P1', 'constructor'] }] })),
    ],
  ],
  'definition.date-range': [
    ['agreements[0].effectiveFrom', () => written((file) => (agreement(file).effectiveFrom = '9999-12-31'))],
  ],
  'definition.id-twice': [
    ['holidaySets[1].id', () => withSet((set, file) => file.holidaySets?.push(set))],
    ['calendars[1].id', () => written(({ calendars }) => calendars.push(calendars[0]!))],
    ['agreements[1].id', () => written(({ agreements }) => agreements.push(agreements[0]!))],
    ['agreements[0].metrics[1].id', () => written((file) => agreement(file).metrics.push(metric(file)))],
    [
      `${inMetric}.thresholds[1].id`,
      () =>
        written((file) => {
          metric(file).thresholds = [
            { id: 'soon', atShare: '75%' },
            { id: 'soon', before: '1h' },
          ];
        }),
    ],
  ],
  'definition.too-long': [
    [
      'calendars.office',
      () =>
        written((file) => {
          const name = 'x'.repeat(120);
          calendar(file).exceptions = manyDates.map((date) => ({ date, hours: [], name }));
        }),
    ],
    [
      'holidaySets.berlin',
      () => withSet((set) => (set.days = manyDates.map((date) => ({ date, name: 'x'.repeat(120) })))),
    ],
  ],
  'file.key-twice': [
    ['agreements', () => replaced(/}$/, ',"agreements":[]}')],
    [`${inGoal}.within`, () => replaced('"within":"4h"', '"within":"4h","\\u0077ithin" : "8h"')],
  ],
  'file.missing': [
    ['calendars', () => JSON.stringify({ format, agreements: [] })],
    ['calendars[0].exceptions[0].date', () => withException('"hours":[]')],
    ['calendars[0].exceptions[0].to', () => withException('"from":"2026-12-24","hours":[]')],
    [
      'calendars[0].interruptions[0].name',
      () => replaced('"exceptions":[]', '"interruptions":[{"date":"2026-12-24","hours":[]}]'),
    ],
    [`${inGoal}.calendar`, () => replaced('"within":"4h","calendar":"office"', '"within":"4h"')],
    [`${inGoal}.onBusinessDay`, () => replaced('"within":"4h"', '"by":"16:00"')],
    [`${inGoal}.unit`, () => replaced('"within":"4h"', '"withinField":"priority"')],
    [`${inMetric}.goalChange.longer`, () => added('"goalChange":{"shorter":"carry"}')],
  ],
  'file.more': [
    [
      '',
      () =>
        written(
          (file) =>
            (file.agreements = Array.from({ length: 300 }, () => ({ ...agreement(file), timeZone: 'Mars' }))),
        ),
    ],
  ],
  'file.not-json': [
    ['', () => ''],
    ['', () => '{"format": '],
    ['', () => `${written()}}`],
    ['', () => written().replaceAll('"', "'")],
    ['', () => replaced('"4h"', 'NaN')],
    ['', () => replaced('Desk', 'De\0sk')],
    ['', () => '['.repeat(300_000)],
  ],
  'file.too-deep': [
    [
      expect.stringMatching(/^agreements\[0\]\.metrics\[0\]\.goals\[0\]\.when\.all\[0\]\.all/),
      () => written((file) => (goal(file).when = nested(1_000))),
    ],
    [expect.stringMatching(/^\[0\]\[0\]/), () => `${'['.repeat(190_000)}${']'.repeat(190_000)}`],
  ],
  'file.unexpected': [
    ['holidays', () => replaced(/}$/, ',"holidays":[]}')],
    [`${inMetric}.start.creatd`, () => replaced('"created"', '"creatd"')],
    ['__proto__', () => replaced('{', '{"__proto__":{"polluted":true},')],
    [
      `${inGoal}.when.constructor`,
      () => replaced('"in":["P1"]', '"in":["P1"],"constructor":{"prototype":{}}'),
    ],
    [
      'calendars[0].exceptions[0].to',
      () => withException('"date":"2026-12-24","to":"2026-12-26","hours":[]'),
    ],
    [
      'calendars[0].exceptions[0].from',
      () => withException('"yearly":"12-24","from":"2026-12-26","hours":[]'),
    ],
    // Who is in which group is recorded by nobody yet.
    [
      `${inMetric}.stop.begins.memberOf`,
      () => replaced(stopAtDone, '{"begins":{"field":"status","memberOf":["A"]}}'),
    ],
    ['calendars[0].toString', () => replaced('"id":"office"', '"id":"office","toString":1')],
  ],
  'file.wrong': [
    ['', () => 'null'],
    ['', () => '"service-levels/1"'],
    ['format', () => replaced(format, 'service-levels/2')],
    ['format', () => replaced(`"${format}"`, '1e999')],
    ['calendars', () => JSON.stringify({ format, calendars: {}, agreements: [] })],
    ['calendars[0].id', () => replaced(/office/g, 'Office Hours')],
    ['calendars[0].name', () => replaced('"Office"', '"  "')],
    ['calendars[0].name', () => replaced('"Office"', '"Off\\u0000ice"')],
    [
      'calendars[0].exceptions[0].name',
      () => withException(`"date":"2026-12-24","hours":[],"name":"${'x'.repeat(121)}"`),
    ],
    [
      'calendars[0].exceptions[0].name',
      () => withException('"date":"2026-12-24","hours":[],"name":"Christmas\\tEve"'),
    ],
    [
      'calendars[0].holidaySets',
      () => withSet((_set, file) => (calendar(file).holidaySets = manyDates.slice(0, 21))),
    ],
    ['holidaySets[0].name', () => withSet((set) => (set.name = ' '))],
    ['agreements[0].name', () => replaced('"Desk"', `"${'x'.repeat(121)}"`)],
    ['agreements[0].kind', () => replaced('"SLA"', '"SLO"')],
    [`${inGoal}.within`, () => replaced('"4h"', '14400')],
    [`${inGoal}.within`, () => replaced('"4h"', '-1e400')],
    [`${inMetric}.cycles`, () => replaced('"every"', '"sometimes"')],
    [`${inMetric}.start.created`, () => replaced('"created":true', '"created":"true"')],
    [`${inMetric}.goalChange`, () => added('"goalChange":"carried"')],
    [`${inMetric}.goalChange.shorter`, () => added('"goalChange":{"shorter":1,"longer":"carry"}')],
    [`${inMetric}.stop.assigned`, () => replaced(stopAtDone, '{"assigned":"somebody"}')],
    [`${inMetric}.thresholds[0]`, () => added('"thresholds":["50%"]')],
    [
      'agreements[0].suspensions[0].reason',
      () =>
        written((file) => (agreement(file).suspensions = [{ from: '2026-01-01', reason: 'x'.repeat(501) }])),
    ],
    [inGoal, () => written((file) => (metric(file).goals = [4 as never]))],
    ['file', () => written().padEnd(400_001)],
  ],
  'goal.business-days': [
    [`${inGoal}.businessDays`, () => promising({ businessDays: 0 })],
    [`${inGoal}.businessDays`, () => promising({ businessDays: 1.5 })],
    [`${inGoal}.businessDays`, () => promising({ businessDays: 1_001 })],
    [`${inGoal}.onBusinessDay`, () => promising({ by: '16:00', onBusinessDay: -1 })],
  ],
  'goal.duration': [
    [`${inGoal}.within`, () => written((file) => (within(file).within = '2 days'))],
    [`${inGoal}.within`, () => written((file) => (within(file).within = '-4h'))],
    [`${inGoal}.within`, () => written((file) => (within(file).within = `${'9'.repeat(400)}h`))],
  ],
  'goal.no-date-field': [
    [`${inGoal}.until`, () => promising({ until: 'effort' })],
    [`${inMetric}.startAt`, () => written((file) => (metric(file).startAt = 'priority'))],
    [`${inMetric}.stopAt`, () => written((file) => (metric(file).stopAt = 'summary'))],
  ],
  'goal.no-length-field': [
    [`${inGoal}.withinField`, () => promising({ withinField: 'duedate', unit: 'hours' })],
    [`${inGoal}.withinField`, () => promising({ withinField: 'labels', unit: 'hours' })],
  ],
  'goal.no-time': [
    [
      `${inMetric}.thresholds[0].after`,
      () => written((file) => (metric(file).thresholds = [{ id: 'late', after: '0m' }])),
    ],
    [`${inGoal}.within`, () => written((file) => (within(file).within = '0h'))],
  ],
  'goal.one-target': [
    [inGoal, () => replaced('"within":"4h",', '')],
    [inGoal, () => replaced('"within":"4h"', '"within":"4h","businessDays":1')],
  ],
  'goal.share': [
    [
      `${inMetric}.thresholds[0].atShare`,
      () => written((file) => (metric(file).thresholds = [{ id: 'late', atShare: '1001%' }])),
    ],
    [`${inGoal}.atRiskAt`, () => written((file) => (goal(file).atRiskAt = '120%'))],
    [`${inGoal}.atRiskAt`, () => written((file) => (goal(file).atRiskAt = 'soon'))],
  ],
  'goal.too-long': [[`${inGoal}.within`, () => written((file) => (within(file).within = '87601h'))]],
  'goal.unknown-calendar': [
    [`${inGoal}.calendar`, () => written((file) => (goal(file).calendar = 'constructor'))],
  ],
  'metric.needs-event': [
    [`${inMetric}.stop`, () => written((file) => (metric(file).stop = { field: 'status', empty: true }))],
    [`${inMetric}.reset`, () => written((file) => (metric(file).reset = { not: { created: true } }))],
  ],
  'metric.no-goal': [[`${inMetric}.goals`, () => written((file) => (metric(file).goals = []))]],
  'metric.start-is-stop': [
    [
      `${inMetric}.stop`,
      () =>
        written((file) => {
          metric(file).start = { changed: 'status', to: ['Open', 'Done'] };
          metric(file).stop = { any: ['Done', 'Open'].map((to) => ({ changed: 'status', to: [to] })) };
        }),
    ],
    [`${inMetric}.stop`, () => written((file) => (metric(file).stop = { created: true }))],
  ],
  'threshold.one-mark': [
    [`${inMetric}.thresholds[0]`, () => added('"thresholds":[{"id":"half"}]')],
    [`${inMetric}.thresholds[0]`, () => added('"thresholds":[{"id":"half","atShare":"50%","before":"1h"}]')],
  ],
};

/** What a file may have and is yet taken. */
const warnings = [
  'agreement.about-nothing',
  'agreement.may-tie',
  'calendar.holidays-end',
  'calendar.overlap-next-day',
  'calendar.unused',
  'goal.never-matches',
  'goal.never-reached',
  'goal.outside-hours',
  'goal.outside-scope',
  'goal.same-day',
  'goal.takes-long',
  'metric.never',
  'metric.overruled',
  'metric.same-field',
  'pause.from-start',
  'pause.never',
  'threshold.at-start',
  'threshold.twice',
];

/** Thrown where a value was not checked before: no file leads there. `other` stands in for codes of a newer server. */
const notOfFiles = ['other', 'calendar.beyond-horizon', 'time.instant', 'time.span', 'time.zone'];

type Condition = NonNullable<Draft['agreements'][number]['metrics'][number]['goals'][number]['when']>;

function full(): string {
  return written((file) => {
    Object.assign(agreement(file), {
      effectiveTo: '2027-12-31',
      runOff: 'cancel',
      suspensions: [{ from: '2026-05-01T08:00', to: '2026-05-01', reason: 'Strike' }],
      customer: { field: 'issuetype', in: ['Task'] },
      service: { field: 'priority', empty: false },
    });
    Object.assign(metric(file), {
      start: { any: [{ assigned: true }, { ends: { field: 'status', in: ['Done'] } }] },
      stop: { any: [{ resolved: true }, { begins: { field: 'status', in: ['Done'] } }] },
      repeat: { commented: { by: ['agent'], public: true } },
      startAt: 'outage',
      stopAt: 'duedate',
      goalChange: 'restart',
      goals: [
        { name: 'Days', calendar: 'office', businessDays: 2, when: { field: 'priority', in: ['P1'] } },
        { name: 'Noon', calendar: 'office', by: '12:00', onBusinessDay: 0 },
        { name: 'Due', calendar: 'office', until: 'duedate' },
        { name: 'Agreed', calendar: 'office', withinField: 'effort', unit: 'minutes' },
      ],
      thresholds: [
        { id: 'half', atShare: '50%' },
        { id: 'soon', before: '1h' },
        { id: 'late', after: '2h' },
      ],
    });
  });
}

function nested(levels: number): Condition {
  let condition = '{"field":"priority","in":["P1"]}';
  for (let level = 0; level < levels; level++) condition = `{"all":[${condition}]}`;
  return JSON.parse(condition) as Condition;
}

describe('a definitions file', () => {
  it.each([
    ['that says all that files can say', full()],
    ['when nothing is wrong with it', written()],
    ['with conditions as deep as people write them', written((file) => (goal(file).when = nested(20)))],
    [
      'with any text in its names',
      written((file) => (calendar(file).name = '{"a":1,"a":[{, "__proto__": \\')),
    ],
  ])('is taken %s', async (_how, file) => {
    expect(await post(file)).toMatchObject({ ok: true, value: { changed: 2, unchanged: 0 } });
  });

  it('with holiday sets, ranges and interruptions is shown as it was written', async () => {
    const file = withSet((_set, { calendars: [office] }) => {
      office!.exceptions = [
        { from: '2026-12-24', to: '2026-12-31', hours: [], name: 'Winter closing' },
        { yearly: '02-29', hours: [['10:00', '12:00']] },
      ];
      office!.interruptions = [{ date: '2026-12-02', hours: [['12:00', '13:00']], name: 'Migration' }];
    });
    expect(await post(file)).toMatchObject({ ok: true, value: { changed: 3, unchanged: 0 } });
    const { holidaySets, calendars } = JSON.parse(file) as Draft;
    const saved = { revision: 1, changedAt: onWednesday('10:00') };
    expect(await call('viewDefinitions', {})).toMatchObject({
      value: {
        holidaySets: holidaySets?.map((set) => ({ ...set, ...saved })),
        calendars: calendars.map((each) => ({ ...each, ...saved })),
      },
    });
  });

  it('that changes a holiday set alone changes one record', async () => {
    await post(withSet());
    const moved = withSet((set) => (set.days = [{ yearly: '05-02', name: 'Labour Day' }]));
    expect(await post(moved)).toEqual({ ok: true, value: { changed: 1, unchanged: 2, warnings: [] } });
    expect(ports.changes.at(-1)?.revisions).toMatchObject([{ kind: 'holiday-set', seq: 2 }]);
  });

  it('has a case here for every problem that the app has words for', () => {
    const locale = readFileSync(path.join(__dirname, '../../static/locales/en-US.json'), 'utf8');
    const { problem } = JSON.parse(locale) as { problem: Record<string, string | Record<string, string>> };
    const codes = Object.entries(problem).flatMap(([group, texts]) =>
      typeof texts === 'string' ? [group] : Object.keys(texts).map((name) => `${group}.${name}`),
    );
    expect(codes.filter((code) => ![...notOfFiles, ...warnings].includes(code)).sort()).toEqual(
      Object.keys(cases).sort(),
    );
    expect([...notOfFiles, ...warnings].filter((code) => !codes.includes(code))).toEqual([]);
  });

  const every = Object.entries(cases).flatMap(([code, files]) =>
    files.map(([where, file], index) => ({ code, index, where, file })),
  );

  it.each(every)(
    'is refused with its place, and nothing is imported: $code ($index)',
    async ({ code, where, file }) => {
      const problems = await refusal(file());
      expect(problems.map((each) => [each.code, each.path])).toContainEqual([code, where]);
      expect(({} as { polluted?: true }).polluted).toBeUndefined();
    },
  );

  it('with ever so many unknown names is told of those that are known, in an answer that a page can take', async () => {
    ports.values.set('priority', {
      kind: 'numbered',
      values: Array.from({ length: 2_000 }, (_, id) => ({ id: `${id}`, name: `Priority ${id}` })),
    });
    const unknown = Array.from({ length: 50_000 }, () => 'x');
    const problems = await refusal(written((file) => (goal(file).when = { field: 'priority', in: unknown })));
    expect(problems[0]?.details['known']).toMatch(/^Priority 0, .*, Priority 29, …$/);
    expect(JSON.stringify(problems).length).toBeLessThan(200_000);
  });
});
