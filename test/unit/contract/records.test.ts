import * as v from 'valibot';
import { agreementDocSchema, calendarDocSchema, holidaySetDocSchema } from '../../../src/contract/records';
import { cycleSchema } from '../../../src/contract/views';
import type { Agreement } from '../../../src/domain/agreement/agreement';
import { hours } from '../../../src/domain/time/instant';
import type { Cycle, Stretch } from '../../../src/domain/timer/cycle';
import type { Metric } from '../../../src/domain/timer/metric';
import { goal, nineToFive, onWednesday, publication, ref, resolutionMetric } from '../../support/builders';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what was stored before there was more to say is read as it was', () => {
  it('an agreement', () => {
    const doc = stored(publication([resolutionMetric([goal('Four hours', hours(4))])]).agreement);
    expect(v.parse(agreementDocSchema, doc)).toStrictEqual(doc);
  });

  it('a cycle, known as it happened and without the reasons that nobody kept', () => {
    const promise = { goal: 'Four hours', within: hours(4), calendar: 'nine-to-five@1' };
    const from = onWednesday('10:00');
    const to = onWednesday('11:00');
    const end = { kind: 'stopped', at: to };
    const cycle = { number: 1, version: 'desk@1', startedAt: from, end };
    const stretch = { kind: 'counting', from, to, promise };
    expect(v.parse(cycleSchema, stored({ ...cycle, stretches: [stretch] }))).toStrictEqual({
      ...cycle,
      knownFrom: from,
      stretches: [{ ...stretch, because: '' }],
      end: { ...end, because: '' },
    });
  });
});

describe('what is stored is read as it was written', () => {
  const nine = onWednesday('09:00');
  const metric: Metric = {
    ...resolutionMetric([
      { name: 'Days', calendar: 'nine-to-five', businessDays: 2 },
      { name: 'Noon', calendar: 'nine-to-five', by: '12:00', onBusinessDay: 1, atRiskAt: 50 },
      { name: 'Due', calendar: 'nine-to-five', until: 'duedate' },
      { name: 'Agreed', calendar: 'nine-to-five', withinField: 'customfield_1', unit: 'hours' },
    ]),
    start: { any: [{ assigned: true }, { ends: { field: 'status', in: [ref('Done')] } }] },
    stop: { begins: { field: 'assignee', memberOf: [ref('Servers')] } },
    repeat: { resolved: false },
    startAt: 'customfield_2',
    stopAt: 'customfield_3',
    goalChange: { shorter: 'carry', longer: 'restart' },
    thresholds: [
      { id: 'half', atShare: 50 },
      { id: 'soon', before: hours(1) },
      {
        id: 'late',
        after: hours(2),
        actions: [
          { label: 'late' },
          { comment: 'Late since {due}', public: true },
          { notify: ['reporter', { user: 'kim' }, { group: 'g-1' }], subject: '{issue}', text: 'Late' },
          { assign: 'kim' },
          { priority: ref('P1') },
          { watcher: 'kim' },
          {
            linkedIssue: { project: '10000', issueType: '10100', linkType: '10003' },
            summary: 'Why {issue} is late',
          },
        ],
      },
    ],
  };

  it('an agreement that says all that agreements can say', () => {
    const { agreement } = publication([metric]);
    const doc: Agreement = {
      ...agreement,
      effectiveTo: nine,
      runOff: 'cancel',
      suspensions: [{ from: nine, reason: 'Strike' }],
      customer: { field: 'organization', in: [ref('Acme')] },
      service: { field: 'service', in: [ref('Mail')] },
      covers: { field: 'status', empty: false },
    };
    expect(v.parse(agreementDocSchema, stored(doc))).toStrictEqual(doc);
  });

  it('a cycle to which all happened that can happen', () => {
    const base = { goal: 'A', calendar: 'nine-to-five@1' };
    const common = { from: nine, to: onWednesday('10:00'), because: 'change/1' };
    const stretches: Stretch[] = [
      { ...common, kind: 'counting', promise: { ...base, businessDays: 1 }, takeover: 'restart' },
      { ...common, kind: 'suspended', by: 'Strike', promise: { ...base, by: '16:00', onBusinessDay: 0 } },
      { ...common, kind: 'stopped', promise: { ...base, until: '2026-11-20' } },
      { ...common, kind: 'excluded', by: 'sam', promise: { ...base, until: nine } },
      { ...common, kind: 'paused', by: 'Waiting', promise: null, to: null },
    ];
    const cycle: Cycle = {
      number: 1,
      version: 'desk@1',
      startedAt: nine,
      knownFrom: onWednesday('09:30'),
      stretches,
      setAside: [stretches],
      end: null,
      undecided: true,
    };
    expect(v.parse(cycleSchema, stored(cycle))).toStrictEqual(cycle);
  });
});

it('an exception’s name that is longer than files may have stays readable', () => {
  const exceptions = [{ date: '2026-12-25', hours: [], name: 'x'.repeat(121) }];
  const doc = stored({ ...nineToFive, exceptions });
  expect(v.parse(calendarDocSchema, doc)).toStrictEqual(doc);
});

it('a calendar’s ranges, holiday sets and interruptions are read as they were', () => {
  const doc = stored({
    ...nineToFive,
    exceptions: [
      { from: '2026-12-24', to: '2026-12-31', hours: [] },
      { yearly: '02-29', hours: [['09:00', '12:00']], name: 'Leap day' },
    ],
    holidaySets: ['uk'],
    interruptions: [{ date: '2026-12-02', hours: [['12:00', '13:00']], name: 'Migration' }],
  });
  expect(v.parse(calendarDocSchema, doc)).toStrictEqual(doc);
  const set = stored({ id: 'uk', name: 'UK', days: [{ yearly: '12-25', name: 'Christmas Day' }] });
  expect(v.parse(holidaySetDocSchema, set)).toStrictEqual(set);
});

it('a name that files may no longer have stays readable', () => {
  const doc = { ...nineToFive, name: 'Nine\tto five' };
  expect(v.parse(calendarDocSchema, stored(doc))).toStrictEqual(stored(doc));
});
