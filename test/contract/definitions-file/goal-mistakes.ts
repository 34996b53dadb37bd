import {
  added,
  goal,
  inGoal,
  inMetric,
  metric,
  promising,
  replaced,
  within,
  written,
  type Mistakes,
} from './spoilt-files';

/** What is wrong with a metric, its goals or its thresholds. */
export const goalMistakes: Mistakes = {
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
