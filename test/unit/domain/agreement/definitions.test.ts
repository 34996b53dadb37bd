import { readDefinitions } from '../../../../src/domain/agreement/definitions';
import { hours, minutes } from '../../../../src/domain/time/instant';
import { at, ref } from '../../../support/builders';
import { draft, projectValues } from '../../../support/definitions';

type Draft = ReturnType<typeof draft>;

const read = (spoil: (draft: Draft) => void = () => undefined) => {
  const spoilt = draft();
  spoil(spoilt);
  return readDefinitions(spoilt, (field) => projectValues.get(field));
};

const metric = ({ agreements }: Draft) => agreements[0]!.metrics[0]!;

describe('a draft without a mistake', () => {
  it('has its names resolved to ids, its durations to spans and its dates to instants', () => {
    const { definitions } = read();
    const [agreement] = definitions?.agreements ?? [];
    expect(agreement?.effectiveFrom).toBe(at('2025-12-31T23:00Z'));
    expect(agreement?.metrics[0]?.stop).toEqual({ changed: 'status', to: [ref('Done')] });
    expect(agreement?.metrics[0]?.goals.map(({ within }) => within)).toEqual([hours(4), minutes(510)]);
  });

  it.each([
    ['1%', 1],
    ['75%', 75],
    [' 99% ', 99],
  ])('has %p, from which a timer is at risk, read as a number', (text, atRiskAt) => {
    const { definitions } = read((d) => (metric(d).goals[0]!.atRiskAt = text));
    expect(definitions?.agreements[0]?.metrics[0]?.goals.map((goal) => goal.atRiskAt)).toEqual([
      atRiskAt,
      undefined,
    ]);
  });

  it('lets a name stand for every value that bears it', () => {
    const values = [
      { id: '1', name: 'Done' },
      { id: '7', name: 'Done' },
      { id: '2', name: 'Waiting' },
    ];
    const { definitions } = readDefinitions(draft(), (field) =>
      field === 'status' ? values : projectValues.get(field),
    );
    expect(definitions?.agreements[0]?.metrics[0]?.stop).toEqual({
      changed: 'status',
      to: values.slice(0, 2),
    });
  });
});

describe('a draft with mistakes', () => {
  it.each<[string, string, (draft: Draft) => void]>([
    [
      'condition.unknown-value',
      'agreements[0].metrics[0].goals[0].when.in[0]',
      (d) => (metric(d).goals[0]!.when = { field: 'priority', in: ['P9'] }),
    ],
    [
      'condition.unknown-field',
      'agreements[0].metrics[0].goals[0].when.field',
      (d) => (metric(d).goals[0]!.when = { field: 'urgencyy', in: ['High'] }),
    ],
    [
      'condition.empty',
      'agreements[0].metrics[0].stop.to',
      (d) => (metric(d).stop = { changed: 'status', to: [] }),
    ],
    [
      'condition.needs-state',
      'agreements[0].metrics[0].pause[0].while',
      (d) => (metric(d).pause[0]!.while = { changed: 'status' }),
    ],
    [
      'metric.needs-event',
      'agreements[0].metrics[0].stop',
      (d) => (metric(d).stop = { field: 'status', in: ['Done'] }),
    ],
    [
      'metric.needs-event',
      'agreements[0].metrics[0].start',
      (d) => (metric(d).start = { any: [{ created: true }, { field: 'status', in: ['Done'] }] }),
    ],
    [
      'metric.needs-event',
      'agreements[0].metrics[0].start',
      (d) => (metric(d).start = { not: { created: true } }),
    ],
    [
      'goal.too-long',
      'agreements[0].metrics[0].goals[0].within',
      (d) => (metric(d).goals[0]!.within = '9999999h'),
    ],
    [
      'definition.date-range',
      'agreements[0].effectiveFrom',
      (d) => (d.agreements[0]!.effectiveFrom = '9999-12-31'),
    ],
    ['metric.start-is-stop', 'agreements[0].metrics[0].stop', (d) => (metric(d).stop = { created: true })],
    ['metric.no-goal', 'agreements[0].metrics[0].goals', (d) => (metric(d).goals = [])],
    [
      'goal.duration',
      'agreements[0].metrics[0].goals[0].within',
      (d) => (metric(d).goals[0]!.within = '2 days'),
    ],
    [
      'goal.duration',
      'agreements[0].metrics[0].goals[0].within',
      (d) => (metric(d).goals[0]!.within = '-4h'),
    ],
    ['goal.no-time', 'agreements[0].metrics[0].goals[0].within', (d) => (metric(d).goals[0]!.within = '0h')],
    [
      'goal.unknown-calendar',
      'agreements[0].metrics[0].goals[0].calendar',
      (d) => (metric(d).goals[0]!.calendar = 'offfice'),
    ],
    ...['75', '0%', '100%', '12.5%', '-5%', 'three quarters'].map(
      (share): [string, string, (draft: Draft) => void] => [
        'goal.share',
        'agreements[0].metrics[0].goals[0].atRiskAt',
        (d) => (metric(d).goals[0]!.atRiskAt = share),
      ],
    ),
    ['calendar.no-working-time', 'calendars[0].weekly', (d) => (d.calendars[0]!.weekly = {})],
    [
      'calendar.no-such-date',
      'agreements[0].effectiveFrom',
      (d) => (d.agreements[0]!.effectiveFrom = '2026-02-30'),
    ],
    ['calendar.unknown-zone', 'agreements[0].timeZone', (d) => (d.agreements[0]!.timeZone = 'Berlin')],
    ['definition.id-twice', 'calendars[1].id', (d) => d.calendars.push(d.calendars[0]!)],
  ])('is refused: %s at %s', (code, path, spoil) => {
    const { definitions, problems } = read(spoil);
    expect(definitions).toBeUndefined();
    expect(problems.map((problem) => [problem.code, problem.path])).toContainEqual([code, path]);
  });

  it('names what would have been known, and everything that is wrong at once', () => {
    const { problems } = read((d) => {
      metric(d).goals[0]!.when = { field: 'priority', in: ['P9'] };
      metric(d).goals[1]!.within = 'soon';
    });
    expect(problems).toHaveLength(2);
    expect(problems[0]?.details).toEqual({ field: 'priority', found: 'P9', known: 'P1, P2' });
  });
});
