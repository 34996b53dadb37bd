import { counts, failures, monday, scenario } from './support';

const created = { at: monday('09:00'), type: 'created', status: 'Open' };
const to = (time: string, status: string): object => ({
  at: monday(time),
  type: 'status',
  from: 'Open',
  to: status,
});
const comment = (time: string, by: string): object => ({
  at: monday(time),
  type: 'comment',
  by,
  public: true,
});
const check = (time: string, expect: object, more: object = {}): object => ({
  at: monday(time),
  expect,
  ...more,
});

const checked = (more: object, ...checks: object[]): string[] =>
  failures({ timers: [scenario({ ...more, checks })] });

describe('a scenario', () => {
  it('fails in one line that names every answer that differs', () => {
    const wrong = check('10:00', { resolutionDueAt: monday('14:00'), resolutionElapsedSeconds: 1 });
    expect(checked({}, wrong, check('11:00', { resolutionBreached: true }))).toEqual([
      'FAIL f x 2026-11-16T10:00:00Z resolutionDueAt: expected 2026-11-16T14:00:00Z, got 2026-11-16T13:00:00Z; ' +
        '2026-11-16T10:00:00Z resolutionElapsedSeconds: expected 1 s, got 3600 s; ' +
        '2026-11-16T11:00:00Z resolutionBreached: expected true, got false',
    ]);
  });

  it.each<[string, object[], object, object]>([
    ['responseDueAt', [], { responseDueAt: monday('10:00') }, { responseDueAt: monday('10:01') }],
    ['responseElapsedSeconds', [], { responseElapsedSeconds: 7_200 }, { responseElapsedSeconds: 0 }],
    ['responseBreached', [], { responseBreached: true }, { responseBreached: false }],
    ['responseOverdueSeconds', [], { responseOverdueSeconds: 3_600 }, { responseOverdueSeconds: 3_601 }],
    [
      'responseThreshold',
      [],
      { responseThreshold: { offsetSeconds: -1_800, at: monday('09:30') } },
      { responseThreshold: { offsetSeconds: -1_800, at: monday('10:30') } },
    ],
    [
      'resolutionDueAtIfResumedNow',
      [to('10:00', 'Pending')],
      { resolutionDueAtIfResumedNow: monday('14:00') },
      { resolutionDueAtIfResumedNow: monday('13:00') },
    ],
    [
      'pausedWorkingSeconds',
      [to('10:00', 'Pending')],
      { pausedWorkingSeconds: 3_600 },
      { pausedWorkingSeconds: 3_599 },
    ],
    [
      'firstRespondedAt',
      [comment('09:30', 'agent')],
      { firstRespondedAt: monday('09:30') },
      { firstRespondedAt: null },
    ],
    ['nextDueAt', [], { nextDueAt: monday('10:00') }, { nextDueAt: null }],
    [
      'updateElapsedSeconds',
      [comment('09:30', 'customer'), comment('10:00', 'agent')],
      { updateElapsedSeconds: 1_800 },
      { updateElapsedSeconds: 0 },
    ],
    [
      'updateDueAt',
      [comment('10:30', 'customer')],
      { updateDueAt: monday('12:30') },
      { updateDueAt: monday('11:00') },
    ],
  ])('is asked for %s', (what, events, right, wrong) => {
    const more = {
      targets: { response: 3_600, resolution: 14_400, update: 7_200 },
      events: [created, ...events],
    };
    expect(checked(more, check('11:00', right))).toEqual([]);
    expect(checked(more, check('11:00', wrong))).toEqual([expect.stringContaining(what)]);
  });

  it('knows only what happened until the check', () => {
    const events = [created, to('10:00', 'Done')];
    expect(checked({ events }, check('09:30', { resolutionDueAt: monday('13:00') }))).toEqual([]);
  });

  it('may show a due instant where the other product shows none', () => {
    const nothing = { responseDueAt: null, resolutionDueAt: null, resolutionElapsedSeconds: null };
    expect(checked({}, check('10:00', nothing))).toEqual([]);
  });

  it('may be missed by the tolerance of the check, or of the scenario', () => {
    const late = { resolutionDueAt: monday('13:01'), resolutionElapsedSeconds: 3_540 };
    expect(checked({ toleranceSeconds: 60 }, check('10:00', late))).toEqual([]);
    expect(checked({}, check('10:00', late, { toleranceSeconds: 60 }))).toEqual([]);
    expect(checked({ toleranceSeconds: 60 }, check('10:00', late, { toleranceSeconds: 59 }))).toHaveLength(1);
  });

  it('without an agreement has no due instant, and breaks no promise', () => {
    const expect_ = { nextDueAt: null, resolutionBreached: false };
    expect(checked({ targets: null }, check('16:00', expect_))).toEqual([]);
  });

  const peculiar = { class: 'quirk', quirkReason: 'Never late' };
  const late = check('14:00', { resolutionBreached: false, resolutionElapsedSeconds: 0 });
  it.each<[string, object, object]>([
    ['as checks', [check('14:00', { resolutionBreached: true })], late],
    ['as checks within', { checks: [check('14:00', { resolutionBreached: true })] }, late],
    ['as one check', { at: monday('14:00'), expect: { resolutionBreached: true } }, late],
    ['by their places', { 0: { resolutionBreached: true } }, late],
    ['as answers in order', [{ resolutionBreached: true }], late],
    ['by their instants', { [monday('14:00')]: { resolutionBreached: true } }, late],
    ['as answers to all checks', { resolutionBreached: true }, late],
    ['as answers that no check asks for', { resolutionOverdueSeconds: 3_600 }, late],
  ])('that is a quirk is judged by its plain answers, written %s', (_how, oracle, asked) => {
    const quirk = scenario({ ...peculiar, oracle, checks: [asked] });
    expect(counts({ timers: [quirk] })).toBe('f: 0 passed, 0 failed, 1 quirk | 0 passed, 0 failed');
  });

  it('that is a quirk may have its plain answers beside the others', () => {
    const asked = { ...late, oracle: { resolutionBreached: true } };
    expect(checked(peculiar, asked)).toEqual([]);
    expect(checked(peculiar, { ...late, oracle: { resolutionBreached: false } })).toHaveLength(1);
  });

  it('is a quirk where a check is one', () => {
    const early = check('10:00', { resolutionBreached: false });
    const asked = { ...late, quirk: true, oracle: { resolutionBreached: true } };
    const inOrder = [null, { resolutionBreached: true }];
    for (const more of [
      { checks: [early, asked] },
      { quirk: true, checks: [early, late], oracle: inOrder },
    ]) {
      expect(counts({ timers: [scenario(more)] })).toBe(
        'f: 0 passed, 0 failed, 1 quirk | 0 passed, 0 failed',
      );
    }
  });

  it('that the engine cannot read fails alone', () => {
    const beyond = scenario({ checks: [{ at: '2300-01-01T00:00Z', expect: { resolutionBreached: true } }] });
    expect(failures({ timers: [beyond, scenario({})] })).toEqual([
      expect.stringContaining('FAIL f x timers: expected answers, got DomainError: time.instant'),
    ]);
  });
});
