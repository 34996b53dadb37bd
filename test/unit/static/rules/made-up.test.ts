import {
  keptOf,
  mistakesIn,
  sentOf,
  writtenOf,
  type MadeUp,
} from '../../../../static/app/src/pages/rules/made-up';
import { at } from '../../../support/builders';

const high = { field: 'priority', values: [{ id: '2', name: 'High' }] };
const madeUp = (more: Partial<MadeUp> = {}): MadeUp => ({
  created: '2026-11-20T16:55',
  fields: [high],
  changes: [],
  ...more,
});
const mistakes = (more: Partial<MadeUp>) => [...mistakesIn(madeUp(more), 'Europe/Berlin')];

describe('a made-up issue', () => {
  it('is sent with ids and instants, its times meant in the zone of whoever writes it', () => {
    const waiting = { field: 'status', values: [{ id: '7', name: 'Waiting' }], at: '2026-11-23T09:00' };
    expect(mistakes({ changes: [waiting] })).toEqual([]);
    expect(sentOf(madeUp({ changes: [waiting] }), 'Europe/Berlin')).toEqual({
      created: at('2026-11-20T15:55Z'),
      fields: { priority: ['2'] },
      changes: [{ at: at('2026-11-23T08:00Z'), field: 'status', to: ['7'] }],
    });
  });

  it('is kept with the names of its values, and written again as it was', () => {
    const waiting = { field: 'status', values: [{ id: '7', name: 'Waiting' }], at: '2026-11-23T09:00' };
    const written = madeUp({ changes: [waiting] });
    const kept = keptOf(written, 'Europe/Berlin');
    expect(kept.fields).toEqual({ priority: [{ id: '2', name: 'High' }] });
    expect(writtenOf(kept, 'Europe/Berlin')).toEqual(written);
    expect(writtenOf(kept, 'Europe/London').created).toBe('2026-11-20T15:55');
  });

  it('says at each place what is wrong there', () => {
    expect(
      mistakes({
        created: '',
        fields: [
          { field: '', values: [] },
          { field: 'priority', values: [] },
        ],
        changes: [{ ...high, at: '' }],
      }),
    ).toEqual([
      ['created', 'noTime'],
      ['fields[0]', 'noField'],
      ['fields[1]', 'noValue'],
      ['changes[0].at', 'noTime'],
    ]);
    expect(mistakes({ changes: [{ ...high, at: '2026-11-20T16:55' }] })).toEqual([
      ['changes[0].at', 'tooEarly'],
    ]);
  });
});
