import { boardStates, LONGEST_ID, type BoardWanted } from '../../../../../src/contract/board';
import { dimensions } from '../../../../../src/domain/report/dimensions';
import { metricKinds } from '../../../../../src/domain/timer/metric';

/** What a reader has narrowed the board down to. */
export type BoardChoice = Omit<BoardWanted, 'offset'>;
export type BoardFilter = BoardChoice['filter'];

export const BOARD = 'board';

/** What the board can be filtered by, in the order in which filters are offered. */
export const filterKeys = [
  'service',
  'agreement',
  'customer',
  'priority',
  'assignee',
  'team',
  'kind',
] as const satisfies readonly (keyof BoardFilter)[];
export type FilterKey = (typeof filterKeys)[number];

/** The address of the board so narrowed down, such as `board/priority=2/state=at-risk`; nothing behind `=` means none. */
export function addressOf({ filter, states = [], waitingLong }: BoardChoice): string[] {
  return [
    BOARD,
    ...filterKeys.flatMap((key) => (filter[key] === undefined ? [] : `${key}=${filter[key] ?? ''}`)),
    ...states.map((state) => `state=${state}`),
    ...(waitingLong ? ['waiting=long'] : []),
  ];
}

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function choiceIn([, ...parts]: readonly string[]): BoardChoice {
  const said = parts.map((part) => {
    const at = part.indexOf('=');
    return { name: part.slice(0, Math.max(at, 0)), value: part.slice(at + 1) };
  });
  const states = boardStates.filter((state) =>
    said.some(({ name, value }) => name === 'state' && value === state),
  );
  const isLong = said.some(({ name, value }) => name === 'waiting' && value === 'long');
  return {
    filter: Object.assign({}, ...said.map(({ name, value }) => filterOf(name, value))) as BoardFilter,
    ...(states.length > 0 && { states }),
    ...(isLong && { waitingLong: true }),
  };
}

function filterOf(name: string, value: string): BoardFilter {
  if (value.length > LONGEST_ID) return {};
  const dimension = dimensions.find((each) => each === name);
  if (dimension) return { [dimension]: value === '' ? null : value };
  if (name === 'agreement' && value !== '') return { agreement: value };
  const kind = name === 'kind' && metricKinds.find((each) => each === value);
  return kind ? { kind } : {};
}

export const isNarrowed = ({ filter, states, waitingLong }: BoardChoice): boolean =>
  Object.keys(filter).length > 0 || states !== undefined || waitingLong !== undefined;
