import {
  gadgetKindOf,
  periodIn,
  savedSettings,
  settingsIn,
} from '../../../static/app/src/pages/gadgets/settings';

const unset = {
  period: 'month',
  which: 'current',
  headline: 'measured',
  assignee: 'all',
  count: 10,
  days: 30,
};

describe('the settings of a gadget', () => {
  it.each([
    ['nothing', undefined],
    ['nothing yet', {}],
    ['null', null],
    ['a text', 'ITSD'],
    ['a list', [1, 2]],
    [
      'what cannot be',
      {
        project: 'ITSD',
        agreement: '',
        kind: 'haste',
        period: 'decade',
        which: 3,
        headline: null,
        assignee: 'kim',
        count: 1e9,
        days: '30',
      },
    ],
  ])('that hold %s are as if nobody had set any', (_, saved) => {
    expect(settingsIn(saved)).toEqual(unset);
  });

  it('keep what can be, whatever stands beside it', () => {
    const saved = { project: '10000', kind: 'response', days: 60, count: 'many', refresh: 15 };
    expect(settingsIn(saved)).toEqual({ ...unset, project: '10000', kind: 'response', days: 60 });
  });

  it('are saved as far as a gadget of the kind knows them, and read again as they were', () => {
    const settings = settingsIn({ project: '10000', agreement: 'desk', count: 5, assignee: 'me', days: 90 });
    const saved = savedSettings('due-next', settings);
    expect(saved).toEqual({ project: '10000', agreement: 'desk', assignee: 'me', count: 5 });
    expect(settingsIn(saved)).toEqual({ ...settings, days: 30 });
    expect(savedSettings('falling-due', settings)).toEqual({ project: '10000', days: 90 });
  });

  it('name the period that today lies in, or the last one that is over', () => {
    const today = '2026-01-01';
    expect(periodIn({ period: 'month', which: 'current' }, today).from).toBe('2026-01-01');
    expect(periodIn({ period: 'month', which: 'last' }, today).from).toBe('2025-12-01');
    expect(periodIn({ period: 'quarter', which: 'last' }, today).from).toBe('2025-10-01');
    expect(periodIn({ period: 'week', which: 'current' }, today).from).toBe('2025-12-29');
  });
});

it('a gadget is told by the key of its module, and no other module is one', () => {
  expect(
    ['gadget-due-next', 'gadget-attainment', 'due-next', 'gadget-toString', 'admin'].map(gadgetKindOf),
  ).toEqual(['due-next', 'attainment', undefined, undefined, undefined]);
});
