import * as fc from 'fast-check';
import { parties, type Breach } from '../../../src/domain/breach/breach';
import { exceptionStates } from '../../../src/domain/breach/exception';
import {
  addressOf,
  choiceIn,
  type BreachChoice,
} from '../../../static/app/src/pages/breaches/breaches-address';
import { breachesCsv } from '../../../static/app/src/pages/breaches/breaches-csv';
import { daysOf, periods, spanOf } from '../../../static/app/src/pages/breaches/period';
import { draftOf, NOTHING, saidOfMany, saidOfOne } from '../../../static/app/src/pages/breaches/said-draft';
import { partsOf, pathOf } from '../../../static/app/src/parts/address-path';
import { csvText } from '../../../static/app/src/text/csv';
import { at, onWednesday } from '../../support/builders';
import { law } from '../../support/laws';
import { inLondon, inShanghai } from './readers';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/).filter((word) => word !== 'none');
const day = fc
  .integer({ min: 20_000, max: 25_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const choices: fc.Arbitrary<BreachChoice> = fc.record({
  period: fc.oneof(
    fc.constantFrom(...periods),
    fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  ),
  filter: fc.record(
    {
      agreement: id,
      cause: fc.option(id),
      party: fc.option(fc.constantFrom(...parties)),
      exception: fc.option(fc.constantFrom(...exceptionStates)),
      toldLate: fc.constant(true as const),
    },
    { requiredKeys: [] },
  ),
});

describe('the address of the register', () => {
  law('leads back to every choice', [choices], (choice) => {
    expect(choiceIn(partsOf(pathOf(addressOf(choice))))).toEqual({
      ...choice,
      filter: Object.fromEntries(Object.entries(choice.filter)),
    });
  });

  it('leaves out what cannot be', () => {
    const typed = ['breaches', 'from=2026-12-01', 'to=2026-11-01', 'cause=<b>', 'party=nobody', 'x'];
    expect(choiceIn(typed)).toEqual({ period: 'this-month', filter: {} });
  });
});

describe('a period', () => {
  const now = at('2026-01-31T23:30Z');

  it('is of whole days on the clock of the reader', () => {
    const days = periods.map((period) => Object.values(daysOf(period, now, inLondon.zone)));
    expect(days).toEqual([
      ['2026-01-01', '2026-01-31'],
      ['2025-12-01', '2025-12-31'],
      ['2026-01-01', '2026-03-31'],
      ['2025-10-01', '2025-12-31'],
    ]);
    // There it is February already.
    expect(daysOf('this-month', now, inShanghai.zone)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });

  it('lasts from the first moment of its first day to the last of its last, also where the clocks change', () => {
    const march = spanOf({ from: '2026-03-29', to: '2026-03-29' }, now, inLondon.zone);
    expect(march).toEqual({ from: at('2026-03-29T00:00Z'), to: at('2026-03-29T23:00Z') });
    expect(spanOf({ from: '9999-01-01', to: '9999-01-01' }, now, inLondon.zone)).toBeUndefined();
  });
});

describe('a table in a file', () => {
  it('keeps commas, quotes and lines in their cells', () => {
    expect(
      csvText([
        ['a', 'b,c'],
        ['say "x"', '1\n2'],
      ]),
    ).toBe('a,"b,c"\r\n"say ""x""","1\n2"\r\n');
  });

  it.each(['=1+1', '+1', '-1+1', '@x', '\tx', '\rx'])('has no formula in it: %j', (text) => {
    expect(
      csvText([[text]])
        .replaceAll('"', '')
        .startsWith(`'${text}`),
    ).toBe(true);
  });

  law('reads back as it was, but for the apostrophe', [fc.array(fc.string(), { minLength: 1 })], (cells) => {
    const text = csvText([cells]);
    const read = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n$)/g)].map(
      ([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').replace(/^'(?=[=+\-@\t\r])/, ''),
    );
    expect(read).toEqual(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
  });
});

const doc: Breach = {
  id: '10001/1/resolution/desk',
  kind: 'interruption',
  happenedAt: onWednesday('10:00'),
  cause: 'fault',
  party: 'supplier',
  explanation: 'Disk full',
  correctiveAction: 'A larger one',
  told: { at: onWednesday('11:00'), how: 'mail' },
};

describe('what a form says of breaches', () => {
  const { zone } = inShanghai;

  it('of one is all of it: what was emptied is taken away', () => {
    const { id: _id, happenedAt: _at, ...said } = doc;
    expect(saidOfOne(draftOf(doc, zone), zone)).toEqual({ said });
    expect(saidOfOne({ ...draftOf(doc, zone), cause: '', party: '', isTold: false }, zone)).toEqual({
      said: { ...said, cause: null, party: null, told: null },
    });
  });

  it('of several is what was filled in, and nothing else', () => {
    expect(saidOfMany(NOTHING, zone)).toEqual({ said: {} });
    expect(saidOfMany({ ...NOTHING, cause: 'fault', explanation: ' ' }, zone)).toEqual({
      said: { cause: 'fault' },
    });
  });

  it('needs an instant that there is', () => {
    expect(saidOfMany({ ...NOTHING, isTold: true, toldAt: '' }, zone)).toEqual({ unreadable: ['told.at'] });
  });
});

it('the register as a file says what was measured and what is reported, in the words of its reader', () => {
  const row = {
    id: doc.id,
    happenedAt: doc.happenedAt,
    timer: {
      issue: '10001',
      agreement: 'desk',
      metric: 'resolution',
      cycle: 1,
      kind: 'resolution',
      goal: '=P1',
      version: 2,
      startedAt: onWednesday('09:00'),
      endedAt: null,
      elapsed: 7_200_000,
      within: 3_600_000,
      measured: 'breached',
      reported: 'excluded',
      assignee: null,
    },
    telling: { kind: 'told', after: 3_600_000 },
    said: { doc, revision: 1, at: onWednesday('12:00') },
    exceptions: [],
  };
  const monitoring = {
    account: 'sam',
    mayEdit: true,
    mayMonitor: true,
    causes: [],
    revision: 0,
    agreements: [{ id: 'desk', name: 'Desk' }],
  };
  const known = { monitoring, issues: new Map(), now: onWednesday('13:00') };
  const csv = breachesCsv([row as unknown as Parameters<typeof breachesCsv>[0][number]], known, inShanghai);
  const [, line = ''] = csv.split('\r\n');
  expect(line.split(',').slice(0, 14)).toEqual([
    '10001',
    '',
    'Desk',
    '2',
    '解决',
    "'=P1",
    '2026-11-18T10:00:00.000Z',
    '1 小时',
    '2 小时',
    '1 小时',
    '已超时',
    '已剔除',
    '中断',
    '技术故障',
  ]);
});
