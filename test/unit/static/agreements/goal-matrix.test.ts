import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { GoalDraft } from '../../../../src/domain/agreement/draft';
import {
  goalsOf,
  matrixOf,
  type GoalMatrix,
} from '../../../../static/app/src/pages/agreements/editor/goal-matrix';
import type { Key } from '../../../../static/app/src/pages/agreements/editor/matrix-keys';
import { law } from '../../../support/laws';
import { projectShape } from './project-shape';

const calendar = 'office-hours';
const goal = (name: string, when?: GoalDraft['when']): GoalDraft => ({
  name,
  ...(when && { when }),
  within: '4h',
  calendar,
});
const is = (field: string, ...values: string[]) => ({ field, in: values });

/** Some values of a field in the order of its list, each by itself or two together, and perhaps all others. */
const someKeys = (values: readonly string[]): fc.Arbitrary<Key[]> =>
  fc
    .record({
      singles: fc.subarray([...values.slice(0, -2)], { minLength: 1 }),
      hasPair: fc.boolean(),
      hasOthers: fc.boolean(),
    })
    .map(({ singles, hasPair, hasOthers }) => [
      ...singles.map((value) => [value]),
      ...(hasPair ? [values.slice(-2)] : []),
      ...(hasOthers ? [undefined] : []),
    ]);

const aTarget = fc.constantFrom<
  Pick<GoalDraft, 'atRiskAt'> & ({ within: string } | { businessDays: number })
>({ within: '2h' }, { within: 'tomorrow', atRiskAt: '50%' }, { businessDays: 3 });

const aMatrix: fc.Arbitrary<GoalMatrix> = fc
  .record({
    rows: fc.shuffledSubarray(['Highest', 'High', 'Low'], { minLength: 1 }),
    hasOthers: fc.boolean(),
    columns: fc.option(someKeys(['acme', 'globex', 'initech', 'umbrella']), { nil: undefined }),
    targets: fc.array(fc.option(aTarget, { nil: undefined, freq: 3 }), { minLength: 20, maxLength: 20 }),
  })
  .map(({ rows: values, hasOthers, columns, targets }) => {
    const rows = [...values.map((value) => [value]), ...(hasOthers ? [undefined] : [])];
    const across = columns ?? [undefined];
    const cells = rows.map((row, y) =>
      across.map((column, x) => {
        // Each row and each column has a goal in it: an empty one is none.
        const target =
          targets[y * across.length + x] ??
          (x === y % across.length || y === 0 ? { within: '1h' } : undefined);
        return target && { name: `${String(row)} ${String(column)}`, calendar, ...target };
      }),
    );
    return { row: 'priority', ...(columns && { column: 'customer' }), rows, columns: across, cells };
  })
  // What tells no two columns apart has no columns.
  .filter(
    ({ columns, column, rows }) =>
      rows[0] !== undefined && (column === undefined || columns[0] !== undefined),
  );

const bare = (matrix: GoalMatrix | undefined): unknown =>
  matrix && {
    ...matrix,
    cells: matrix.cells.map((line) =>
      line.map((cell) => {
        if (!cell) return undefined;
        const { when: _when, ...rest } = cell;
        return rest;
      }),
    ),
  };

describe('a matrix of goals', () => {
  law('becomes goals, and these the same matrix again', [aMatrix], (matrix) => {
    return isDeepStrictEqual(bare(matrixOf(goalsOf(matrix), projectShape)), matrix);
  });

  it('tries the most special first and what holds for all others last', () => {
    const cell = goal('any');
    const matrix: GoalMatrix = {
      row: 'priority',
      column: 'customer',
      rows: [['High'], undefined],
      columns: [['acme', 'globex'], undefined],
      cells: [
        [cell, cell],
        [cell, cell],
      ],
    };
    expect(goalsOf(matrix).map(({ when }) => when)).toEqual([
      { all: [is('priority', 'High'), is('customer', 'acme', 'globex')] },
      is('priority', 'High'),
      is('customer', 'acme', 'globex'),
      undefined,
    ]);
  });

  it('keeps the goals as they are, whatever order somebody has written the columns in', () => {
    const goals = [
      goal('a', { all: [is('priority', 'High'), is('customer', 'globex')] }),
      goal('b', { all: [is('priority', 'High'), is('customer', 'acme')] }),
      goal('c', { all: [is('priority', 'Low'), is('customer', 'acme')] }),
      goal('d', is('customer', 'acme')),
    ];
    const matrix = matrixOf(goals, projectShape);
    expect(matrix?.columns).toEqual([['globex'], ['acme']]);
    expect(matrix && goalsOf(matrix)).toEqual(goals);
  });

  it.each<[string, GoalDraft[]]>([
    ['there are none', []],
    ['one holds for all', [goal('all')]],
    [
      'a condition is of another form',
      [goal('a', is('priority', 'High')), goal('b', { not: is('priority', 'Low') })],
    ],
    [
      'three fields are asked about',
      [goal('a', is('priority', 'High')), goal('b', is('customer', 'acme')), goal('c', is('status', 'New'))],
    ],
    ['all others come first, and so win', [goal('others'), goal('a', is('priority', 'High'))]],
    ['two goals are for the same', [goal('a', is('priority', 'High')), goal('b', is('priority', 'High'))]],
    [
      'rows contradict one another in the order of their columns',
      [
        goal('a', { all: [is('priority', 'High'), is('customer', 'globex')] }),
        goal('b', { all: [is('priority', 'High'), is('customer', 'acme')] }),
        goal('c', { all: [is('priority', 'Low'), is('customer', 'acme')] }),
        goal('d', { all: [is('priority', 'Low'), is('customer', 'globex')] }),
      ],
    ],
  ])('is not made of goals where %s', (_why, goals) => {
    expect(matrixOf(goals, projectShape)).toBeUndefined();
  });
});
