import type { Agreement } from '../../../../src/domain/agreement/agreement';
import type { AgreementDraft, GoalDraft } from '../../../../src/domain/agreement/draft';
import { metricKinds } from '../../../../src/domain/timer/metric';
import { checkDraft } from '../../../../static/app/src/pages/agreements/editor/check-draft';
import { readable } from '../../../../static/app/src/pages/agreements/editor/draft-values';
import { exampleDue } from '../../../../static/app/src/pages/agreements/editor/example-due';
import { newMetric } from '../../../../static/app/src/pages/agreements/editor/metric-presets';
import { conditionText } from '../../../../static/app/src/text/condition-text';
import { at, goal, publicationOf, resolutionMetric } from '../../../support/builders';
import { inLondon } from '../readers';
import { calendars, projectShape as shape } from './project-shape';

const today = at('2026-11-22T10:00Z');

function draftWith(metrics: AgreementDraft['metrics']): AgreementDraft {
  return { id: 'desk', kind: 'SLA', name: 'Desk', timeZone: 'UTC', effectiveFrom: '2026-01-01', metrics };
}

const found = (text: AgreementDraft, others: readonly Agreement[] = []) =>
  checkDraft(text, { shape, calendars, others }, today).map(({ path, code, severity }) => [
    severity,
    code,
    path,
  ]);

const withLengths = (metric: AgreementDraft['metrics'][number]) => ({
  ...metric,
  goals: metric.goals.map((each) => ({ ...each, within: '4h' })),
});

describe('a new metric', () => {
  it.each(metricKinds.filter((kind) => kind !== 'time-with-group'))(
    'of the kind %s has nothing wrong with it once its goals have lengths',
    (kind) => {
      const metric = newMetric(kind, shape, [], 'office-hours');
      expect(found(draftWith([withLengths(metric)]))).toEqual([]);
      expect(metric.goals.map(({ name }) => name)).toEqual(['Highest', 'High', 'Low']);
      expect(new Set(found(draftWith([metric])).map(([, code]) => code))).toEqual(new Set(['goal.duration']));
    },
  );

  it('of time with a group asks which group', () => {
    const metric = withLengths(newMetric('time-with-group', shape, [], 'office-hours'));
    const path = 'agreements[0].metrics[0]';
    expect(found(draftWith([metric]))).toEqual([
      ['error', 'condition.empty', `${path}.start.begins.memberOf`],
      ['error', 'condition.empty', `${path}.stop.ends.memberOf`],
    ]);
  });

  it('has an id of its own', () => {
    expect(newMetric('response', shape, ['response'], 'office-hours').id).toBe('response-2');
  });

  it('speaks of the statuses of the project', () => {
    const { stop, start } = newMetric('resolution', shape, [], 'office-hours');
    expect(stop).toEqual({ begins: { field: 'status', in: ['Resolved', '6', '7'] } });
    expect(conditionText(readable(start, shape), inLondon)).toBe(
      'the issue is created or status is no longer Resolved or Closed',
    );
  });

  it('has one goal for all where the project has no priorities', () => {
    const bare = { ...shape, fields: [] };
    expect(newMetric('response', bare, [], 'office-hours').goals).toEqual([
      { name: '1', within: '', calendar: 'office-hours' },
    ]);
  });
});

describe('an agreement while somebody writes it', () => {
  const metric = withLengths(newMetric('resolution', shape, [], 'office-hours'));

  it('is told where a name is missing or too long', () => {
    const pause = [{ name: ' ', while: { field: 'status', in: ['Waiting'] } }];
    expect(found({ ...draftWith([{ ...metric, pause }]), name: 'x'.repeat(121) })).toEqual([
      ['error', 'name.long', 'agreements[0].name'],
      ['error', 'name.missing', 'agreements[0].metrics[0].pause[0].name'],
    ]);
  });

  it('takes groups to be there, for the server to look up', () => {
    const whoever = { field: 'assignee', memberOf: ['network'] };
    expect(found({ ...draftWith([metric]), covers: whoever })).toEqual([]);
  });

  it('may not be about the same issues as another, but as itself in force', () => {
    const { agreement: other } = publicationOf({
      id: 'other',
      metrics: [resolutionMetric([goal('All', 1 as never)])],
    });
    expect(found(draftWith([metric]), [other])).toEqual([['error', 'agreement.tie', 'agreements[0]']]);
    expect(found(draftWith([metric]), [{ ...other, id: 'desk' }])).toEqual([]);
  });

  it('is told what is worth a look in it, and nothing of other agreements and calendars', () => {
    const [first] = metric.goals;
    const goals = [first!, { ...first!, name: 'Again' }];
    expect(found(draftWith([{ ...metric, goals }]))).toEqual([
      ['warning', 'goal.never-reached', 'agreements[0].metrics[0].goals[1]'],
    ]);
  });
});

describe('the example of a due date', () => {
  const calendar = 'office-hours';
  const due = (terms: object, from = '2026-12-23T15:00Z') =>
    exampleDue({ name: 'All', calendar, ...terms } as GoalDraft, calendars, at(from));

  it('is worked out on the calendar of the goal, with its holidays', () => {
    // 16:00 in Berlin; closed on the 25th.
    expect(due({ within: '10h' })).toBe(at('2026-12-26T09:00Z'));
    expect(due({ within: '10h', calendar: 'round-the-clock' })).toBe(at('2026-12-24T01:00Z'));
    expect(due({ businessDays: 2 })).toBe(at('2026-12-26T15:00Z'));
    expect(due({ by: '12:00', onBusinessDay: 1 })).toBe(at('2026-12-24T11:00Z'));
  });

  it.each([
    ['a length that is not written yet', { within: '4 hou' }],
    ['no length', { within: '0m' }],
    ['no days', { businessDays: 0 }],
    ['part of a day', { businessDays: 1.5 }],
    ['more days than anybody plans for', { businessDays: 1e9 }],
    ['no time of day', { by: '25:00', onBusinessDay: 1 }],
    ['a field of the issue', { until: 'duedate' }],
    ['a calendar that is not there', { within: '4h', calendar: 'gone' }],
  ])('is not there for %s', (_what, terms) => {
    expect(due(terms)).toBeUndefined();
  });
});
