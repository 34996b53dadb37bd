import { EARLIEST, laterOf, type Instant } from '../time/instant';
import type { LocalDate } from '../time/local-date';

/** The least and the most stars that a customer gives a request. */
export const MOST_STARS = 5;
/** From so many stars on a customer counts as satisfied. */
export const SATISFIED_FROM = 4;

/** As many ratings of a month as are kept. */
export const MOST_RATED = 2_500;

/** How customers rated the requests of an agreement that were resolved in a month (M7), as far as the app has read it. */
export interface Ratings {
  readonly id: string;
  readonly agreement: string;
  /** The first day of the month. */
  readonly month: LocalDate;
  /** By the ids of requests that were rated, how many stars each was given, from 1 to {@link MOST_STARS}. */
  readonly stars: Readonly<Record<string, number>>;
  /** How many requests the app has looked at, rated or not. */
  readonly looked: number;
  /** How many there are. */
  readonly of: number;
  /** When the latest of those that were looked at was resolved. */
  readonly upTo: Instant;
}

/** There is one of each agreement and month. */
export const ratingsIdOf = ({ agreement, month }: Pick<Ratings, 'agreement' | 'month'>): string =>
  `${agreement}/${month}`;

/** What ratings come to: how many there are, their average, and the share of the satisfied in percent. */
export interface RatingFigures {
  readonly n: number;
  readonly score: number;
  readonly satisfied: number;
}

/** @returns undefined where nobody has rated anything. */
export function ratingFigures({ stars }: Pick<Ratings, 'stars'>): RatingFigures | undefined {
  const all = Object.values(stars);
  const n = all.length;
  if (n === 0) return undefined;
  return {
    n,
    score: all.reduce((sum, one) => sum + one, 0) / n,
    satisfied: (all.filter((one) => one >= SATISFIED_FROM).length * 100) / n,
  };
}

/** A request that was resolved in the month. */
export interface EndedRequest {
  readonly issue: string;
  readonly endedAt: Instant;
}

/**
 * The requests to look at: the latest that ended and are not rated yet, since customers rate soon or never.
 *
 * @param most how many at most.
 */
export const toLookAt = (
  ended: readonly EndedRequest[],
  kept: Pick<Ratings, 'stars'> | undefined,
  most: number,
): EndedRequest[] =>
  ended
    .filter(({ issue }) => kept?.stars[issue] === undefined)
    .sort((a, b) => b.endedAt - a.endedAt || (a.issue < b.issue ? -1 : 1))
    .slice(0, Math.max(0, Math.min(most, MOST_RATED - Object.keys(kept?.stars ?? {}).length)));

/** What a look at some requests has found. */
export interface Look {
  readonly ended: readonly EndedRequest[];
  /** Those of {@link toLookAt}. */
  readonly looked: readonly EndedRequest[];
  /** By the ids of those that were rated. */
  readonly found: Readonly<Record<string, number>>;
}

/** Ratings of a month after another look. */
export function afterLook(
  about: Pick<Ratings, 'agreement' | 'month'>,
  kept: Ratings | undefined,
  { ended, looked, found }: Look,
): Ratings {
  const isNew = ({ endedAt }: EndedRequest): boolean => kept === undefined || endedAt > kept.upTo;
  return {
    ...about,
    id: ratingsIdOf(about),
    stars: { ...kept?.stars, ...found },
    // Of those that had ended at the last look, the ones looked at now were looked at then.
    looked: Math.min((kept?.looked ?? 0) + looked.filter(isNew).length, ended.length),
    of: ended.length,
    upTo: looked.reduce((last, { endedAt }) => laterOf(last, endedAt), kept?.upTo ?? EARLIEST),
  };
}
