import { onWednesday } from '../../support/builders';
import { SettingsPage } from './settings-page';
import { agreement, calendar, goal, metric, nested, withSet, written, type Draft } from './spoilt-files';

let page: SettingsPage;
beforeEach(() => {
  page = new SettingsPage();
});

const everyAction = [
  { label: 'late' },
  { comment: '{metric} of {issue}: {left} left' },
  { comment: 'We are late, sorry.', public: true },
  {
    notify: ['assignee', 'watchers', { user: '5b10:a' }, { group: 'g-1' }],
    subject: '{issue}',
    text: '{due}',
  },
  { assign: 'kim' },
  { priority: 'P1' },
  { watcher: 'kim' },
  {
    linkedIssue: { project: '10000', issueType: '10100', linkType: '10003' },
    summary: 'Why {issue} is late',
  },
];

function full(): string {
  return written((file) => {
    Object.assign(agreement(file), {
      effectiveTo: '2027-12-31',
      runOff: 'cancel',
      suspensions: [{ from: '2026-05-01T08:00', to: '2026-05-01', reason: 'Strike' }],
      customer: { field: 'issuetype', in: ['Task'] },
      service: { field: 'priority', empty: false },
      priorityMatrix: {
        impact: 'impact',
        urgency: 'urgency',
        names: { '10201': 'Critical' },
        cells: [{ impact: 'Broad', urgency: '10201', priority: 'P1' }],
        sets: true,
      },
      covers: { field: 'assignee', memberOf: ['Second line', '3a1b955c-63d7-42c8-9520-92d01dca0626'] },
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
        { id: 'late', after: '2h', actions: everyAction },
      ],
    });
  });
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
    expect(await page.post(file)).toMatchObject({ ok: true, value: { changed: 2, unchanged: 0 } });
  });

  it('with holiday sets, ranges and interruptions is shown as it was written', async () => {
    const file = withSet((_set, { calendars: [office] }) => {
      office!.exceptions = [
        { from: '2026-12-24', to: '2026-12-31', hours: [], name: 'Winter closing' },
        { yearly: '02-29', hours: [['10:00', '12:00']] },
      ];
      office!.interruptions = [{ date: '2026-12-02', hours: [['12:00', '13:00']], name: 'Migration' }];
    });
    expect(await page.post(file)).toMatchObject({ ok: true, value: { changed: 3, unchanged: 0 } });
    const { holidaySets, calendars } = JSON.parse(file) as Draft;
    const saved = { revision: 1, changedAt: onWednesday('10:00') };
    expect(await page.call('viewDefinitions', {})).toMatchObject({
      value: {
        holidaySets: holidaySets?.map((set) => ({ ...set, ...saved })),
        calendars: calendars.map((each) => ({ ...each, ...saved })),
      },
    });
  });

  it('that changes a holiday set alone changes one record', async () => {
    await page.post(withSet());
    const moved = withSet((set) => (set.days = [{ yearly: '05-02', name: 'Labour Day' }]));
    expect(await page.post(moved)).toEqual({ ok: true, value: { changed: 1, unchanged: 2, warnings: [] } });
    expect(page.ports.changes.at(-1)?.revisions).toMatchObject([{ kind: 'holiday-set', seq: 2 }]);
  });
});
