import {
  agreement,
  calendar,
  inMetric,
  manyDates,
  metric,
  withSet,
  written,
  type Mistakes,
} from './spoilt-files';

/** What is wrong with an agreement as a whole, or with records of any kind. */
export const agreementMistakes: Mistakes = {
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
};
