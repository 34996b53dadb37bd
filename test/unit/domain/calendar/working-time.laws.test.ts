import * as fc from 'fast-check';
import { addWorkingTime, workingTimeBetween } from '../../../../src/domain/calendar/working-time';
import { instant, span } from '../../../../src/domain/time/instant';
import { aDistance, casesThere, DAY, somewhere, type Somewhere } from '../../../support/any-calendar';
import { law } from '../../../support/laws';
import { engine } from '../../../support/oracle/engine';
import { keptDuringTest, pooled } from '../../../support/pool';

const anAmount = fc.oneof(
  fc.integer({ min: -160, max: 160 }).map((quarters) => quarters * 900_000),
  fc.integer({ min: -DAY, max: DAY }),
);
const aPositiveAmount = anAmount.map((amount) => Math.abs(amount));

const hoursOf = keptDuringTest(engine);

/** The two questions, of instants that lie so far from the change there. */
function ask({ calendar, change }: Somewhere, hours = hoursOf(calendar)) {
  const at = (distance: number): number => change + distance;
  return {
    at,
    between: (from: number, to: number): number => workingTimeBetween(hours, instant(from), instant(to)),
    add: (from: number, amount: number): number => addWorkingTime(hours, instant(from), span(amount)),
  };
}

describe('for any calendar', () => {
  law(
    'working time is additive, and negative backwards',
    [pooled(somewhere), aDistance, aDistance, aDistance],
    (there, a, b, c) => {
      const { at, between } = ask(there);
      expect(between(at(a), at(b)) + between(at(b), at(c))).toBe(between(at(a), at(c)));
      expect(between(at(a), at(b)) + between(at(b), at(a))).toBe(0);
    },
    (there, a, b, c) =>
      casesThere(there, [
        { ask: 'between', from: there.change + a, to: there.change + b },
        { ask: 'between', from: there.change + b, to: there.change + c },
        { ask: 'between', from: there.change + a, to: there.change + c },
      ]),
  );

  law(
    'what is added has passed by then, and not a millisecond sooner (rule 4)',
    [pooled(somewhere), aDistance, anAmount],
    (there, start, amount) => {
      const { at, between, add } = ask(there);
      const end = add(at(start), amount);
      expect(between(at(start), end)).toBe(amount);
      if (amount > 0) expect(between(at(start), end - 1)).toBe(amount - 1);
      if (amount < 0) expect(between(at(start), end + 1)).toBe(amount + 1);
    },
    (there, start, amount) => casesThere(there, [{ ask: 'add', from: there.change + start, amount }]),
  );

  law(
    'adding what passes until an instant leads there, or to the closing before it (rules 4, 5)',
    [pooled(somewhere), aDistance, aDistance],
    (there, a, b) => {
      const { at, between, add } = ask(there);
      const [start, end] = [at(Math.min(a, b)), at(Math.max(a, b))];
      const passed = between(start, end);
      const found = add(start, passed);
      if (between(end - 1, end) === 1 && end > start) expect(found).toBe(end);
      expect(found).toBeLessThanOrEqual(end);
      expect(between(found, end)).toBe(0);
    },
    (there, a, b) => casesThere(there, [{ ask: 'between', from: there.change + a, to: there.change + b }]),
  );

  law(
    'a later start or a greater amount never ends earlier',
    [pooled(somewhere), aDistance, aDistance, fc.tuple(anAmount, anAmount)],
    (there, a, b, [one, other]) => {
      const { at, add } = ask(there);
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(add(at(a), less)).toBeLessThanOrEqual(add(at(a), more));
      expect(add(at(Math.min(a, b)), one)).toBeLessThanOrEqual(add(at(Math.max(a, b)), one));
    },
    (there, a, b, [one, other]) =>
      casesThere(there, [
        { ask: 'add', from: there.change + a, amount: one },
        { ask: 'add', from: there.change + a, amount: other },
        { ask: 'add', from: there.change + b, amount: one },
      ]),
  );

  law(
    'adding twice is adding the sum, forwards and backwards',
    [pooled(somewhere), aDistance, fc.tuple(aPositiveAmount, aPositiveAmount), fc.constantFrom(1, -1)],
    (there, start, [one, other], sign) => {
      const { at, add } = ask(there);
      expect(add(add(at(start), sign * one), sign * other)).toBe(add(at(start), sign * (one + other)));
    },
    (there, start, [one, other], sign) =>
      casesThere(there, [
        { ask: 'add', from: there.change + start, amount: sign * one },
        { ask: 'add', from: there.change + start, amount: sign * (one + other) },
      ]),
  );

  law(
    'an answer does not depend on what was asked before',
    [pooled(somewhere), fc.tuple(aDistance, aDistance), anAmount, fc.integer({ min: -400, max: 400 })],
    (there, [a, b], amount, daysAway) => {
      const [fresh, used] = [ask(there, engine(there.calendar)), ask(there)];
      used.add(used.at(daysAway * DAY), -amount);
      used.between(used.at(b), used.at(daysAway * DAY));
      expect(used.add(used.at(a), amount)).toBe(fresh.add(fresh.at(a), amount));
      expect(used.between(used.at(a), used.at(b))).toBe(fresh.between(fresh.at(a), fresh.at(b)));
    },
    (there, [a, b], amount) =>
      casesThere(there, [
        { ask: 'add', from: there.change + a, amount },
        { ask: 'between', from: there.change + a, to: there.change + b },
      ]),
  );
});
