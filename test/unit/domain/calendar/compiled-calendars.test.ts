import type { Calendar } from '../../../../src/domain/calendar/calendar';
import { calendarCompiler } from '../../../../src/domain/calendar/compiled-calendars';
import { workingTimeBetween } from '../../../../src/domain/calendar/working-time';
import { hours } from '../../../../src/domain/time/instant';
import { at, nineToFive } from '../../../support/builders';

const named = (name: string): Calendar => ({ ...nineToFive, name });
/** Read from somewhere once more: says the same, is another object. */
const again = (calendar: Calendar): Calendar => structuredClone(calendar);

describe('compiled calendars', () => {
  it('are shared by all calendars that say the same', () => {
    const compiled = calendarCompiler(1_000_000);
    expect(compiled(again(nineToFive))).toBe(compiled(nineToFive));
  });

  it('are told apart by what they say, not by what they are called', () => {
    const compiled = calendarCompiler(1_000_000);
    const longer = { ...nineToFive, weekly: { ...nineToFive.weekly, wed: [['09:00', '21:00']] as const } };
    const wednesday = [at('2026-11-18T00:00Z'), at('2026-11-19T00:00Z')] as const;
    expect(workingTimeBetween(compiled(nineToFive), ...wednesday)).toBe(hours(8));
    expect(workingTimeBetween(compiled(longer), ...wednesday)).toBe(hours(12));
  });

  it('make room for others when they take too much, those not asked for the longest first', () => {
    const room = 2 * bytesOf(nineToFive);
    const compiled = calendarCompiler(room);
    const first = filled(compiled(named('a')));
    const second = filled(compiled(named('b')));
    expect(compiled(named('a'))).toBe(first);
    filled(compiled(named('c')));
    expect(compiled(named('c'))).toBe(compiled(named('c')));
    expect(compiled(named('a'))).toBe(first);
    expect(compiled(named('b'))).not.toBe(second);
  });

  it('count as they grow', () => {
    const compiled = calendarCompiler(3 * bytesOf(nineToFive));
    const small = compiled(named('small'));
    const growing = compiled(named('growing'));
    workingTimeBetween(growing, at('2000-01-01T00:00Z'), at('2040-01-01T00:00Z'));
    expect(compiled(named('growing'))).toBe(growing);
    expect(compiled(named('small'))).not.toBe(small);
  });
});

type Compiled = ReturnType<ReturnType<typeof calendarCompiler>>;

function filled(compiled: Compiled): Compiled {
  workingTimeBetween(compiled, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'));
  return compiled;
}

/** What a calendar takes once it has answered, with its text. */
const bytesOf = (calendar: Calendar): number =>
  filled(calendarCompiler(0)(calendar)).bytes + 2 * JSON.stringify(calendar).length;
