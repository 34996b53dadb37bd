import { readDefinitions } from '../../../src/domain/agreement/definitions';
import { knownAmong } from '../../../src/domain/agreement/known-field';
import { presetIds } from '../../../src/domain/agreement/presets/presets';
import {
  draftOf,
  firstChoice,
  hoursProblems,
  lacking,
  weekOf,
  type Choice,
} from '../../../static/app/src/pages/start/choice';
import { at } from '../../support/builders';
import { shapes } from '../../support/project-shapes';
import { inLondon, inShanghai } from './readers';

const now = at('2026-11-18T10:00Z');
const shanghai = { zone: 'Asia/Shanghai', week: '5x8' } as const;
const first = (more: Partial<Choice> = {}): Choice => ({
  ...firstChoice(shapes.service, shanghai, now),
  ...more,
});

describe('the first choice', () => {
  it('can be had by every kind of project, and goes a year back', () => {
    for (const shape of Object.values(shapes)) {
      const choice = firstChoice(shape, shanghai, now);
      expect(lacking(choice.preset, shape, choice.ways)).toEqual([]);
      expect([choice.week, choice.zone, choice.from, hoursProblems(choice)]).toEqual([
        '5x8',
        'Asia/Shanghai',
        '2025-11-18',
        [],
      ]);
    }
  });

  it('begins with the hours that the site’s defaults name', () => {
    const { week, own } = firstChoice(shapes.service, { ...shanghai, week: '7x12' }, now);
    expect([week, own.sat]).toEqual(['7x12', [['08:00', '20:00']]]);
  });

  it('has its hours taken over by goals that count around the clock, and gets them back', () => {
    const incidents = first({ preset: 'incidents' });
    expect(weekOf(incidents)).toBe('7x24');
    expect(weekOf({ ...incidents, preset: 'problems' })).toBe('5x8');
  });
});

it('hours of one’s own are checked as those of any calendar, and no others', () => {
  const own = { mon: [['13:00', '25:00']] } as const;
  expect(hoursProblems(first({ week: 'own', own }))).toMatchObject([
    { code: 'calendar.no-such-time', path: 'doc.weekly.mon[0]' },
  ]);
  expect(hoursProblems(first({ week: '5x8', own }))).toEqual([]);
  expect(hoursProblems(first({ zone: 'Nowhere' }))).toMatchObject([{ path: 'doc.timeZone' }]);
});

it.each([inLondon, inShanghai])('every choice comes into force in the reader’s words', ({ messages }) => {
  const shape = shapes.service;
  const names = presetIds.map((preset) => {
    const draft = draftOf(first({ preset }), shape, ['service-hours'], {
      messages,
      goal: { atRiskAt: '80%' },
    });
    expect(readDefinitions(draft, knownAmong(shape.fields), []).problems).toEqual([]);
    expect(draft.agreements[0]?.metrics[0]?.goals[0]?.atRiskAt).toBe('80%');
    // What is there already is not written over.
    expect(draft.calendars.map(({ id }) => id)).toEqual(['service-hours-2']);
    return draft.agreements[0]?.name;
  });
  expect(names).toEqual(presetIds.map((id) => messages.text(`preset.${id}.name`)));
});
