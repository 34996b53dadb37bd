import type { GoalDraft } from '../../../../src/domain/agreement/draft';
import { valuesOf } from '../../../../static/app/src/pages/agreements/editor/draft-values';
import { moved, withEntry } from '../../../../static/app/src/pages/agreements/editor/entries';
import { matrixOf } from '../../../../static/app/src/pages/agreements/editor/goal-matrix';
import {
  kindOf,
  newTerms,
  promising,
  termKinds,
} from '../../../../static/app/src/pages/agreements/editor/goals/goal-terms';
import {
  keyText,
  leftOver,
  splitBy,
  withCell,
  withColumn,
  withoutColumn,
  withoutRow,
  withRow,
} from '../../../../static/app/src/pages/agreements/editor/goals/matrix-edits';
import { newMetric } from '../../../../static/app/src/pages/agreements/editor/metric-presets';
import { projectShape as shape } from './project-shape';

const is = (field: string, value: string) => ({ field, in: [value] });
const { goals } = newMetric('resolution', shape, [], 'office-hours');
const matrix = matrixOf(goals, shape)!;
const whens = (found: readonly GoalDraft[]) => found.map(({ when }) => when);
const name = (key: readonly string[] | undefined) => `for ${String(key ?? 'all')}`;

describe('the table of goals that a new metric has', () => {
  it('gets a row for all others at its end, on the calendar of the row before', () => {
    const added = withRow(matrix, undefined, () => 'Others');
    expect(added).toEqual([...goals, { name: 'Others', within: '', calendar: 'office-hours' }]);
  });

  it('gets further rows before that for all others', () => {
    const withOthers = matrixOf(
      withRow({ ...matrix, rows: matrix.rows.slice(0, 2), cells: matrix.cells.slice(0, 2) }, undefined, name),
      shape,
    )!;
    expect(whens(withRow(withOthers, ['Low'], name))).toEqual([...whens(goals), undefined]);
  });

  it('is split by a second field: what was promised to all goes on for all others', () => {
    const split = withColumn(matrix, 'customer', ['acme'], name);
    expect(whens(split).slice(0, 2)).toEqual([
      { all: [is('priority', 'Highest'), is('customer', 'acme')] },
      is('priority', 'Highest'),
    ]);
    const wide = matrixOf(split, shape)!;
    expect(wide.columns).toEqual([['acme'], undefined]);
    expect(matrixOf(withColumn(wide, 'customer', ['globex'], name), shape)?.columns).toEqual([
      ['acme'],
      ['globex'],
      undefined,
    ]);
    expect(withoutColumn(wide, 0)).toEqual(goals);
  });

  it('loses a row or a cell without touching the others', () => {
    expect(withoutRow(matrix, 1)).toEqual([goals[0], goals[2]]);
    expect(withCell(matrix, 1, 0, undefined)).toEqual([goals[0], goals[2]]);
    const changed = { ...goals[1]!, within: '4h' };
    expect(withCell(matrix, 1, 0, changed)).toEqual([goals[0], changed, goals[2]]);
  });

  it('offers the values that have no row yet, by whichever name they stand there', () => {
    const statuses = valuesOf('status', shape)!;
    expect(leftOver([['New'], ['Closed', '4'], undefined], statuses).map(({ id }) => id)).toEqual(['3', '5']);
    expect(keyText(['Closed', '6', 'Gone'], statuses, 'others')).toBe('Closed, Gone');
    expect(keyText(undefined, statuses, 'others')).toBe('others');
  });
});

describe('a goal for all', () => {
  it('becomes one for each value of a field, and stays for all others', () => {
    const all: GoalDraft = { name: 'All', businessDays: 3, calendar: 'office-hours' };
    const split = splitBy(all, 'priority', valuesOf('priority', shape)!);
    expect(split[0]).toEqual({ ...all, name: 'Highest', when: is('priority', 'Highest') });
    expect(matrixOf(split, shape)?.rows).toEqual([['Highest'], ['High'], ['Low'], undefined]);
  });
});

describe('a goal that promises something else', () => {
  const goal: GoalDraft = {
    name: 'All',
    when: is('priority', 'High'),
    calendar: 'c',
    atRiskAt: '50%',
    within: '4h',
  };

  it.each(termKinds)('keeps its name, its condition and its calendar: %s', (kind) => {
    const { within: _within, ...kept } = goal;
    const changed = promising(goal, newTerms(kind, shape));
    expect(changed).toEqual({ ...kept, ...newTerms(kind, shape) });
    expect(kindOf(changed)).toBe(kind);
  });

  it('begins with the first field that can say it', () => {
    expect(newTerms('until', shape)).toEqual({ until: 'duedate' });
    expect(newTerms('withinField', shape)).toEqual({ withinField: 'effort', unit: 'hours' });
    expect(newTerms('until', { ...shape, fields: [] })).toEqual({ until: '' });
  });
});

describe('the entries of a draft', () => {
  it('are left out where they say nothing', () => {
    expect(withEntry<{ a?: string }, 'a'>({ a: 'x' }, 'a', undefined)).toEqual({});
    expect(withEntry<{ a?: string }, 'a'>({}, 'a', 'x')).toEqual({ a: 'x' });
  });

  it('change places with their neighbours', () => {
    expect([moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b', 'c'], 2, -1)]).toEqual([
      ['b', 'a', 'c'],
      ['a', 'c', 'b'],
    ]);
  });
});
