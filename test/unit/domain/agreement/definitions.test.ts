import { groupsNamedIn, readDefinitions } from '../../../../src/domain/agreement/definitions';
import { hours, minutes } from '../../../../src/domain/time/instant';
import { at, ref } from '../../../support/builders';
import { draft, projectGroups, projectValues } from '../../../support/definitions';

type Draft = ReturnType<typeof draft>;

const read = (spoil: (draft: Draft) => void = () => undefined) => {
  const spoilt = draft();
  spoil(spoilt);
  return readDefinitions(spoilt, (field) => projectValues.get(field), projectGroups);
};

const metric = ({ agreements }: Draft) => agreements[0]!.metrics[0]!;
const within = (d: Draft, index = 0) => metric(d).goals[index] as { within: string };

describe('a draft without a mistake', () => {
  it('has its names resolved to ids, its durations to spans and its dates to instants', () => {
    const { definitions } = read();
    const [agreement] = definitions?.agreements ?? [];
    expect(agreement?.effectiveFrom).toBe(at('2025-12-31T23:00Z'));
    expect(agreement?.metrics[0]?.stop).toEqual({ changed: 'status', to: [ref('Done')] });
    expect(agreement?.metrics[0]?.goals).toMatchObject([{ within: hours(4) }, { within: minutes(510) }]);
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
    const { definitions } = readDefinitions(
      draft(),
      (field) => (field === 'status' ? { kind: 'numbered', values } : projectValues.get(field)),
      projectGroups,
    );
    expect(definitions?.agreements[0]?.metrics[0]?.stop).toEqual({
      changed: 'status',
      to: values.slice(0, 2),
    });
  });
});

describe('groups', () => {
  const second = projectGroups[0]!;

  it('are found by name and by id, wherever a condition asks, and known by their id', () => {
    const { definitions } = read((d) => {
      const [metric] = d.agreements[0]!.metrics;
      metric!.start = { begins: { field: 'assignee', memberOf: ['Second line'] } };
      metric!.pause = [{ name: 'Elsewhere', while: { not: { field: 'assignee', memberOf: [second.id] } } }];
    });
    expect(definitions?.agreements[0]?.metrics[0]).toMatchObject({
      start: { begins: { field: 'assignee', memberOf: [second] } },
      pause: [{ while: { not: { field: 'assignee', memberOf: [second] } } }],
    });
  });

  it('that a draft names are listed each once', () => {
    const named = draft();
    const [agreement] = named.agreements;
    agreement!.covers = { any: [{ field: 'assignee', memberOf: ['Second line', 'Network'] }] };
    agreement!.metrics[0]!.stop = { ends: { field: 'assignee', memberOf: ['Network'] } };
    expect(groupsNamedIn(named)).toEqual(['Second line', 'Network']);
    expect(groupsNamedIn(draft())).toEqual([]);
  });
});

describe('the dates of an agreement are meant on its own wall', () => {
  const agreementOf = (spoil: (draft: Draft['agreements'][number]) => void) =>
    read((d) => spoil(d.agreements[0]!)).definitions?.agreements[0];

  it.each([
    ['2026-06-30', '2026-06-30T22:00Z'],
    ['2026-06-30T18:00', '2026-06-30T16:00Z'],
    ['2026-06-30T24:00', '2026-06-30T22:00Z'],
  ])('so that one in effect to %s ends at %s', (effectiveTo, end) => {
    expect(agreementOf((d) => (d.effectiveTo = effectiveTo))?.effectiveTo).toBe(at(end));
  });

  it('so that one suspended for a date is suspended for the whole of that day', () => {
    const reason = 'Strike';
    expect(
      agreementOf((d) => (d.suspensions = [{ from: '2026-05-01', to: '2026-05-01', reason }]))?.suspensions,
    ).toEqual([{ from: at('2026-04-30T22:00Z'), to: at('2026-05-01T22:00Z'), reason }]);
  });

  it('and one suspended from a minute on stays so until somebody says otherwise', () => {
    expect(
      agreementOf((d) => (d.suspensions = [{ from: '2026-05-01T10:00', reason: 'Strike' }]))?.suspensions,
    ).toEqual([{ from: at('2026-05-01T08:00Z'), reason: 'Strike' }]);
  });
});

describe('two service level agreements', () => {
  type AgreementDraft = Draft['agreements'][number];
  const codes = (spoil: (first: AgreementDraft, second: AgreementDraft) => void) =>
    read((d) => {
      const [first] = d.agreements;
      const second = { ...first!, id: 'second' };
      spoil(first!, second);
      d.agreements.push(second);
    }).problems.map(({ code, path }) => `${code} ${path}`);
  const tie = ['agreement.tie agreements[0]'];

  it('that are both about every issue are refused, since neither could be preferred', () => {
    expect(codes(() => undefined)).toEqual(tie);
  });

  it('that are about the same issues in other words are refused', () => {
    expect(
      codes((first, second) => {
        first.customer = { field: 'priority', in: ['P1', 'P2'] };
        second.customer = { not: { not: { field: 'priority', in: ['P2', 'P1'] } } };
      }),
    ).toEqual(tie);
  });

  it.each<[string, (first: AgreementDraft, second: AgreementDraft) => void]>([
    ['of which one is more specific', (_, second) => (second.service = { field: 'priority', in: ['P1'] })],
    ['about different issues', (_, second) => (second.covers = { field: 'issuetype', in: ['Task'] })],
    [
      'that follow one another in time',
      (first, second) => {
        first.effectiveTo = '2026-12-31';
        second.effectiveFrom = '2027-01-01';
      },
    ],
    ['of which one is an operational level agreement', (_, second) => (second.kind = 'OLA')],
  ])('%s are taken', (_which, spoil) => {
    expect(codes(spoil)).toEqual([]);
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
    ['goal.too-long', 'agreements[0].metrics[0].goals[0].within', (d) => (within(d).within = '9999999h')],
    [
      'definition.date-range',
      'agreements[0].effectiveFrom',
      (d) => (d.agreements[0]!.effectiveFrom = '9999-12-31'),
    ],
    ['metric.start-is-stop', 'agreements[0].metrics[0].stop', (d) => (metric(d).stop = { created: true })],
    ['metric.no-goal', 'agreements[0].metrics[0].goals', (d) => (metric(d).goals = [])],
    ['goal.duration', 'agreements[0].metrics[0].goals[0].within', (d) => (within(d).within = '2 days')],
    ['goal.duration', 'agreements[0].metrics[0].goals[0].within', (d) => (within(d).within = '-4h')],
    ['goal.no-time', 'agreements[0].metrics[0].goals[0].within', (d) => (within(d).within = '0h')],
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
      within(d, 1).within = 'soon';
    });
    expect(problems).toHaveLength(2);
    expect(problems[0]?.details).toEqual({ field: 'priority', found: 'P9', known: 'P1, P2' });
  });
});
