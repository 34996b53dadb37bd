import * as v from 'valibot';
import { shapeOf } from '../../../src/adapters/jira/field-shape';
import { changeHistorySchema } from '../../../src/adapters/jira/schemas';
import { changedValue, fieldValue } from '../../../src/adapters/jira/value-ids';
import { hours, type Instant, type Span } from '../../../src/domain/time/instant';
import { dateIn, durationIn } from '../../../src/domain/timer/field-reading';
import { at } from '../../support/builders';

/** What a field of a type holds by the issue, and by the item of the changelog that set it. */
function held(type: string, value: unknown, from: string | null, fromString: string) {
  const history = { id: '1', created: 0, items: [{ field: 'f', from, fromString }] };
  const [item] = v.parse(changeHistorySchema, history).items;
  const shape = shapeOf({ type });
  return [fieldValue(value, shape), changedValue(item!, 'from', shape).value ?? []];
}

type Form = readonly [onIssue: unknown, id: string | null, shown: string];

describe('whatever Jira writes for a value, timers read the same in it', () => {
  it.each<[string, string, Form, Instant | string]>([
    ['due date', 'date', ['2025-03-09', '2025-03-09', '2025-03-09 00:00:00.0'], '2025-03-09'],
    ['date', 'date', ['2025-03-09', '2025-03-09', '09/Mar/25'], '2025-03-09'],
    [
      'instant in two zones',
      'datetime',
      ['2026-11-18T10:30:00.000+0100', '2026-11-18T17:30:00.000+0800', '18/Nov/26 5:30 PM'],
      at('2026-11-18T09:30Z'),
    ],
    [
      'instant without its milliseconds',
      'datetime',
      ['2026-11-18T10:30:00.000+0100', '2026-11-18T09:30:00+0000', '18/Nov/26 9:30 AM'],
      at('2026-11-18T09:30Z'),
    ],
  ])('%s', (_name, type, [value, id, shown], date) => {
    expect(held(type, value, id, shown).map(dateIn)).toEqual([date, date]);
  });

  it.each<[string, string, Form, Span]>([
    ['number', 'number', [2.5, null, '2.5'], hours(2.5)],
    ['whole number', 'number', [3, null, '3.0'], hours(3)],
    ['text', 'string', ['1h 30m', null, '1h 30m'], hours(1.5)],
  ])('%s', (_name, type, [value, id, shown], length) => {
    const read = held(type, value, id, shown).map((field) => durationIn(field, 'hours'));
    expect(read).toEqual([length, length]);
  });

  it('an instant that the changelog has only as text for people is none', () => {
    const [, before] = held('datetime', null, null, '18/Nov/26 5:30 PM');
    expect(dateIn(before!)).toBeUndefined();
  });

  it('an instant without a zone is none, wherever the app runs', () => {
    const [, before] = held('datetime', null, '2026-11-18 17:30:00.0', '18/Nov/26 5:30 PM');
    expect(dateIn(before!)).toBeUndefined();
  });
});
