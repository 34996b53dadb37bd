import * as fc from 'fast-check';
import * as v from 'valibot';
import { cyclesAskedSchema, figuresAskedSchema, partings } from '../../../../src/contract/figures';
import { periodKinds } from '../../../../src/domain/report/period-kinds';
import { periodOf } from '../../../../src/domain/report/periods';
import { localDateOf } from '../../../../src/domain/time/local-date';
import { metricKinds } from '../../../../src/domain/timer/metric';
import { cyclesAsked } from '../../../../static/app/src/pages/reports/figures';
import {
  addressOf,
  choiceIn,
  figureNames,
  type ReportChoice,
} from '../../../../static/app/src/pages/reports/reports-address';
import { partsOf, pathOf } from '../../../../static/app/src/parts/address-path';
import { law } from '../../../support/laws';

const TODAY = '2026-11-20';
const id = fc.string({ minLength: 1, maxLength: 128 });
const days = fc.integer({ min: 7_305, max: 20_777 }).map(localDateOf);
const periods = fc.tuple(fc.constantFrom(...periodKinds), days).map(([kind, day]) => periodOf(kind, day));

const choices: fc.Arbitrary<ReportChoice> = fc
  .record(
    {
      period: periods,
      by: fc.constantFrom(...partings),
      agreement: id,
      list: fc.record({
        figure: fc.constantFrom(...figureNames),
        agreement: id,
        metric: id,
        kind: fc.constantFrom(...metricKinds),
        value: fc.option(id),
      }),
    },
    { requiredKeys: ['period', 'by'] },
  )
  // A whole target has its kind in common.
  .map(({ list, ...choice }) =>
    list && choice.by === 'kind'
      ? { ...choice, list: { ...list, value: list.kind } }
      : { ...choice, ...(list && { list }) },
  );

describe('the address of a report', () => {
  law('leads back to every choice, whatever is in it', [choices], (choice) => {
    expect(choiceIn(partsOf(pathOf(addressOf(choice))), TODAY)).toEqual(choice);
  });

  law(
    'says nothing that the server would refuse, whatever somebody types',
    [
      fc.array(
        fc.oneof(
          fc.string(),
          fc
            .tuple(
              fc.constantFrom(...periodKinds, 'by', 'agreement', 'list', 'of', 'timer', 'kind', 'value'),
              fc.oneof(
                fc.string(),
                fc.constantFrom('9999', '2026', '2026-13', '0001-01', 'breached', 'goal', 'response'),
              ),
            )
            .map(([name, value]) => `${name}=${value}`),
        ),
      ),
    ],
    (parts) => {
      const { period, by, agreement, list } = choiceIn(['reports', ...parts], TODAY);
      const filter = agreement === undefined ? {} : { agreement };
      const asked = { filter, period: period.kind, day: period.from, by };
      expect(v.is(figuresAskedSchema, asked)).toBe(true);
      expect(period.from <= TODAY).toBe(true);
      if (list) {
        expect(v.is(cyclesAskedSchema, { ...cyclesAsked(list, { period, by }), offset: 0 })).toBe(true);
      }
    },
  );

  it('can be read', () => {
    const list = {
      figure: 'breached',
      agreement: 'it-desk',
      metric: 'fix',
      kind: 'resolution',
      value: null,
    } as const;
    const of = (choice: ReportChoice): string => pathOf(addressOf(choice));
    expect(of({ period: { kind: 'month', from: '2026-11-01' }, by: 'priority', list })).toBe(
      '/reports/month=2026-11/by=priority/list=breached/of=it-desk/timer=fix/kind=resolution/value=',
    );
    expect(of({ period: { kind: 'quarter', from: '2026-10-01' }, by: 'kind', agreement: 'a' })).toBe(
      '/reports/quarter=2026-Q4/agreement=a',
    );
    expect(of({ period: { kind: 'week', from: '2026-11-16' }, by: 'kind' })).toBe('/reports/week=2026-11-16');
    expect(of({ period: { kind: 'year', from: '2026-01-01' }, by: 'kind' })).toBe('/reports/year=2026');
  });

  it('is of the present month where it says no period, or one that has not begun', () => {
    const present = { period: { kind: 'month', from: '2026-11-01' }, by: 'kind' };
    expect(choiceIn(['reports'], TODAY)).toEqual(present);
    expect(choiceIn(['reports', 'month=2026-12', 'by=colour', 'agreement=', 'list=breached'], TODAY)).toEqual(
      present,
    );
    expect(choiceIn(['reports', 'quarter=1989-Q4'], TODAY)).toEqual(present);
  });
});
