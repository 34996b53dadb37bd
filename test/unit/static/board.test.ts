import * as fc from 'fast-check';
import * as v from 'valibot';
import { boardStates, boardWantedSchema } from '../../../src/contract/board';
import { dimensions } from '../../../src/domain/report/dimensions';
import { instant, later, minutes, type Instant } from '../../../src/domain/time/instant';
import { metricKinds } from '../../../src/domain/timer/metric';
import {
  addressOf,
  choiceIn,
  filterKeys,
  isNarrowed,
  type BoardChoice,
} from '../../../static/app/src/pages/board/board-address';
import { dueSaid, statesAt } from '../../../static/app/src/pages/board/due-said';
import { partsOf, pathOf } from '../../../static/app/src/parts/address-path';
import type { Sentence } from '../../../static/app/src/text/sentence';
import { whenText } from '../../../static/app/src/text/when';
import { law } from '../../support/laws';
import { inLondon, inShanghai } from './readers';

const id = fc.string({ minLength: 1, maxLength: 128 });
const choices: fc.Arbitrary<BoardChoice> = fc.record(
  {
    filter: fc.record(
      {
        ...Object.fromEntries(dimensions.map((dimension) => [dimension, fc.option(id)])),
        agreement: id,
        kind: fc.constantFrom(...metricKinds),
      },
      { requiredKeys: [] },
    ),
    states: fc.subarray([...boardStates], { minLength: 1 }),
    waitingLong: fc.constant(true as const),
  },
  { requiredKeys: ['filter'] },
);

describe('the address of the board', () => {
  law('leads back to every choice, whatever is in it', [choices], (choice) => {
    const back = choiceIn(partsOf(pathOf(addressOf(choice))));
    expect(back).toEqual(choice);
    expect(isNarrowed(back)).toBe(addressOf(choice).length > 1);
  });

  law(
    'says nothing that the server would refuse, whatever somebody types',
    [
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(...filterKeys, 'state', 'waiting').map((key) => `${key}=`),
        ),
      ),
    ],
    (parts) => v.is(boardWantedSchema, { ...choiceIn(['board', ...parts]), offset: 0 }),
  );

  it('can be read', () => {
    const choice: BoardChoice = {
      filter: { priority: '2', assignee: null },
      states: ['breached', 'at-risk'],
      waitingLong: true,
    };
    expect(pathOf(addressOf(choice))).toBe(
      '/board/priority=2/assignee=/state=breached/state=at-risk/waiting=long',
    );
  });

  it('leaves out what cannot be', () => {
    const typed = [
      'board',
      'kind=lunch',
      'state=met',
      'agreement=',
      'waiting=short',
      'priority',
      'colour=red',
    ];
    expect(choiceIn([...typed, `service=${'x'.repeat(129)}`])).toEqual({ filter: {} });
  });
});

/** Noon in London's winter. */
const noon = instant(Date.parse('2026-11-24T12:00:00Z'));
const inMinutes = (count: number): Instant => later(noon, minutes(count));

describe('a row of the board', () => {
  const text = ({ key, values }: Sentence, reader = inLondon): string => {
    const filled = Object.entries(values).map(([name, piece]) => {
      if (typeof piece === 'string') return [name, piece] as const;
      if (!('at' in piece)) throw new Error(`The row says something else in ${key}.`);
      return [name, whenText(piece.at, noon, reader)] as const;
    });
    return reader.messages.text(key, Object.fromEntries(filled));
  };
  const said = (row: Partial<Parameters<typeof dueSaid>[0]>, reader = inLondon): string[] =>
    dueSaid({ state: 'running', due: null, waitsSince: null, ...row }, noon, reader.messages).map((each) =>
      text(each, reader),
    );

  it.each([
    [130, 'Due today 14:10 · in 2 h 10 m', '今天 22:10 截止 · 还有 2 小时 10 分'],
    [-70, 'Was due today 10:50 · 1 h 10 m ago', '原定 今天 18:50 截止 · 已过去 1 小时 10 分'],
    [3 * 1_440 + 60, 'Due Fri 13:00 · in 3 days', '周五 21:00 截止 · 还有 3 天'],
  ])('%i minutes from its due instant says so as the wall clock does', (away, english, chinese) => {
    expect(said({ due: inMinutes(away) })).toEqual([english]);
    expect(said({ due: inMinutes(away) }, inShanghai)).toEqual([chinese]);
  });

  it('says since when it is paused, be it late or not', () => {
    expect(said({ state: 'paused', waitsSince: inMinutes(-90) })).toEqual([
      'Paused since today 10:30 · for 1 h 30 m',
    ]);
    expect(said({ state: 'breached', due: inMinutes(-120), waitsSince: inMinutes(-90) })).toHaveLength(2);
    expect(said({ state: 'no-promise' })).toEqual([]);
  });

  it('turns at its due instant, and not before', () => {
    const row = { state: 'at-risk', due: noon, waitsSince: null } as const;
    expect(statesAt(row, inMinutes(-1))).toEqual(['at-risk']);
    expect(statesAt(row, noon)).toEqual(['breached']);
    expect(statesAt({ ...row, waitsSince: inMinutes(-5) }, noon)).toEqual(['breached', 'paused']);
  });
});
