import { agreement, goal, inGoal, inMetric, metric, promising, written, type Mistakes } from './spoilt-files';

/** What is wrong with a condition. */
export const conditionMistakes: Mistakes = {
  'condition.empty': [
    [`${inMetric}.stop.to`, () => written((file) => (metric(file).stop = { changed: 'status', to: [] }))],
    [`${inMetric}.start.any`, () => written((file) => (metric(file).start = { any: [] }))],
    [
      `${inGoal}.when.memberOf`,
      () => written((file) => (goal(file).when = { field: 'assignee', memberOf: [] })),
    ],
  ],
  'condition.no-account': [
    [
      `${inGoal}.when.field`,
      () => written((file) => (goal(file).when = { field: 'priority', memberOf: ['Network'] })),
    ],
  ],
  'condition.too-many-groups': [
    [
      'agreements',
      () =>
        written((file) => {
          const memberOf = Array.from({ length: 201 }, (_, number) => `Group ${number}`);
          agreement(file).covers = { field: 'assignee', memberOf };
        }),
    ],
  ],
  'condition.unknown-group': [
    [
      `${inMetric}.start.begins.memberOf[1]`,
      () =>
        written(
          (file) =>
            (metric(file).start = { begins: { field: 'assignee', memberOf: ['Network', 'constructor'] } }),
        ),
    ],
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
};
