import type { ProjectShape } from '../../../../src/domain/agreement/project-shape';
import { checkDraft, ROOT } from '../../../../static/app/src/pages/agreements/editor/check-draft';
import {
  axisOf,
  choiceFields,
  newMatrix,
  priorityAt,
  proposed,
  withPriority,
} from '../../../../static/app/src/pages/agreements/editor/priority/priority-grid';
import { priorityLines } from '../../../../static/app/src/pages/agreements/said/priority-lines';
import { valuesOf } from '../../../../static/app/src/pages/agreements/editor/draft-values';
import { at } from '../../../support/builders';
import { inLondon } from '../readers';
import { calendars, projectShape } from './project-shape';

const shape: ProjectShape = {
  ...projectShape,
  fields: [
    ...projectShape.fields,
    { id: 'customfield_1', name: 'Impact', kind: 'numbered' },
    { id: 'customfield_2', name: 'Urgency', kind: 'numbered' },
    { id: 'customfield_3', name: 'Teams', kind: 'numbered', several: true },
  ],
};

const seenImpacts = [
  { id: '12', name: 'Minor' },
  { id: '10', name: 'Extensive' },
  { id: '11', name: 'Moderate' },
];
const seenUrgencies = [
  { id: '22', name: '2 - Low' },
  { id: '21', name: '1 - High' },
];

const fresh = newMatrix(shape);
const impacts = axisOf(fresh, 'impact', shape, seenImpacts);
const urgencies = axisOf(fresh, 'urgency', shape, seenUrgencies);
const priorities = valuesOf('priority', shape) ?? [];
const first = proposed(fresh, impacts, urgencies, priorities);

const draftWith = (priorityMatrix: typeof first) => ({
  id: 'desk',
  kind: 'SLA' as const,
  name: 'Desk',
  timeZone: 'UTC',
  effectiveFrom: '2026-01-01',
  metrics: [],
  priorityMatrix,
});

describe('a table of priorities', () => {
  it('begins with the fields that are called so, among those that hold one of several values', () => {
    expect(fresh).toEqual({ impact: 'customfield_1', urgency: 'customfield_2', cells: [], sets: false });
    const offered = choiceFields(shape).map(({ id }) => id);
    expect(offered).toContain('customfield_1');
    expect(offered).not.toContain('customfield_3');
    expect(offered).not.toContain('priority');
  });

  it('lists values by their numbers, or in the order in which they were made', () => {
    expect(impacts.map(({ name }) => name)).toEqual(['Extensive', 'Moderate', 'Minor']);
    expect(urgencies.map(({ name }) => name)).toEqual(['1 - High', '2 - Low']);
  });

  it('is proposed along its diagonal, with nothing wrong in it', () => {
    const names = impacts.map((impact) => urgencies.map((urgency) => priorityAt(first, impact, urgency)));
    const all = priorities.map(({ text }) => text);
    expect(names[0]?.[0]).toBe(all[0]);
    expect(names.at(-1)?.at(-1)).toBe(all.at(-1));
    expect(names.flat().every((name) => all.includes(name ?? ''))).toBe(true);
    expect(first.names).toMatchObject({ '10': 'Extensive', '22': '2 - Low' });
    expect(checkDraft(draftWith(first), { shape, calendars, others: [] }, at('2026-11-22T10:00Z'))).toEqual(
      [],
    );
  });

  it('says another priority, or none, for two values', () => {
    const [impact, urgency] = [impacts[1]!, urgencies[0]!];
    const other = withPriority(first, impact, urgency, 'Lowest');
    expect(priorityAt(other, impact, urgency)).toBe('Lowest');
    expect(other.cells).toHaveLength(first.cells.length);
    const without = withPriority(other, impact, urgency, undefined);
    expect(priorityAt(without, impact, urgency)).toBeUndefined();
    expect(without.cells).toHaveLength(first.cells.length - 1);
  });

  it('keeps values that no issue has any more', () => {
    expect(axisOf(first, 'impact', shape, []).map(({ name }) => name)).toEqual([
      'Extensive',
      'Moderate',
      'Minor',
    ]);
  });

  it('is told where a field is no choice, and a priority unknown', () => {
    const spoilt = { ...first, urgency: 'customfield_3', cells: [{ ...first.cells[0]!, priority: 'Huge' }] };
    const found = checkDraft(draftWith(spoilt), { shape, calendars, others: [] }, at('2026-11-22T10:00Z'));
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['matrix.no-choice', `${ROOT}.priorityMatrix.urgency`],
      ['condition.unknown-value', `${ROOT}.priorityMatrix.cells[0].priority`],
    ]);
  });

  it('is read in lines, values by their names', () => {
    const lines = priorityLines(draftWith({ ...first, sets: true }), inLondon);
    expect(lines.map(({ label, value }) => [label, value])).toEqual([
      ['Impact × urgency', 'customfield_1 × customfield_2'],
      ['Extensive × 1 - High', 'Highest'],
      ['Extensive × 2 - Low', expect.any(String)],
      ['Moderate × 1 - High', expect.any(String)],
      ['Moderate × 2 - Low', expect.any(String)],
      ['Minor × 1 - High', expect.any(String)],
      ['Minor × 2 - Low', 'Low'],
      ['In Jira', 'the app sets the priority'],
    ]);
  });
});
