import * as fc from 'fast-check';
import { measures, ruleOf, type Unit } from '../../../../src/domain/monitoring/measures';
import { amountOf, amountText, keptBy, sourceOf } from '../../../../src/domain/monitoring/periodic-target';

it.each<[Unit, string, number | undefined]>([
  ['percent', '99.95%', 99.95],
  ['percent', ' 99,95 % ', 99.95],
  ['percent', '99.95', undefined],
  ['percent', '1e2%', undefined],
  ['duration', '1h 30m', 5_400_000],
  ['duration', '2 days', undefined],
  ['number', '-12.5', -12.5],
  ['number', '12%', undefined],
  ['number', '', undefined],
])('as %s “%s” is %s', (unit, text, amount) => {
  expect(amountOf(unit, text)).toBe(amount);
});

it('writes an amount so that it reads the same again', () => {
  const amounts: Readonly<Record<Unit, fc.Arbitrary<number>>> = {
    percent: fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1_000),
    duration: fc.integer({ min: 1, max: 100_000 }).map((minutes) => minutes * 60_000),
    number: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((hundredths) => hundredths / 100),
  };
  for (const [unit, arbitrary] of Object.entries(amounts) as [Unit, fc.Arbitrary<number>][]) {
    fc.assert(
      fc.property(arbitrary, (amount) => {
        expect(amountOf(unit, amountText(unit, amount))).toBe(amount);
      }),
    );
  }
});

it('is met at its bound, missed beyond it, and missing without a value', () => {
  const atLeast = { measure: 'availability', target: '99.9%' } as const;
  expect([99.9, 99.899, null].map((value) => keptBy(atLeast, value))).toEqual(['met', 'missed', 'missing']);
  const atMost = { measure: 'mttr', target: '1h' } as const;
  expect([3_600_000, 3_600_001, null].map((value) => keptBy(atMost, value))).toEqual([
    'met',
    'missed',
    'missing',
  ]);
});

it('never calls better worse', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...measures.filter((measure) => ruleOf(measure).unit === 'number')),
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      (measure, bound, value, by) => {
        const better = ruleOf(measure).bound === 'least' ? value + by : value - by;
        const target = { measure, target: String(bound) };
        if (keptBy(target, value) === 'met') expect(keptBy(target, better)).toBe('met');
      },
    ),
  );
});

it('gets its values from where its measure says, or from people', () => {
  expect(sourceOf({ measure: 'availability' })).toBe('outages');
  expect(sourceOf({ measure: 'availability', byHand: true })).toBe('hand');
  expect(sourceOf({ measure: 'cost' })).toBe('hand');
});
