import type { Calendar } from '../calendar/calendar';
import { calendarProblems, holidaySetProblems } from '../calendar/calendar-rules';
import type { HolidaySet } from '../calendar/holiday-set';
import { groupQuestions, type Reference } from '../timer/condition';
import { conditionsOf } from './agreement';
import { readAgreement } from './agreement-reader';
import type { DefinitionsDraft, Reading } from './draft';
import { refuseTwins, type DraftReading } from './draft-reading';
import type { KnownFields } from './known-field';
import { tiesAmong } from './ties';

/** Ids of what is there already, to which a draft may refer without holding it. */
export interface KnownRecords {
  readonly holidaySets: readonly HolidaySet['id'][];
  readonly calendars: readonly Calendar['id'][];
}

/**
 * Checks a draft by every rule and resolves its names to ids (engine rules 3, 10; g6; T13).
 *
 * @param groups what is known of {@link groupsNamedIn} the draft.
 */
export function readDefinitions(
  draft: DefinitionsDraft,
  fieldOf: KnownFields,
  groups: readonly Reference[],
  known: KnownRecords = { holidaySets: [], calendars: [] },
): Reading {
  const { holidaySets = [], calendars } = draft;
  const knownSets = [...new Set([...holidaySets.map(({ id }) => id), ...known.holidaySets])];
  const knownCalendars = [...new Set([...calendars.map(({ id }) => id), ...known.calendars])];
  const problems = [
    ...holidaySets.flatMap((set, index) => holidaySetProblems(set, `holidaySets[${index}]`)),
    ...calendars.flatMap((calendar, index) => calendarProblems(calendar, `calendars[${index}]`, knownSets)),
  ];
  const reading: DraftReading = { fieldOf, groups, calendars: knownCalendars, problems };
  refuseTwins(holidaySets, 'holidaySets', reading);
  refuseTwins(calendars, 'calendars', reading);
  refuseTwins(draft.agreements, 'agreements', reading);
  const agreements = draft.agreements.map((agreement, index) =>
    readAgreement(agreement, `agreements[${index}]`, reading),
  );
  if (problems.length === 0) problems.push(...tiesAmong(agreements).certain);
  return problems.length > 0
    ? { definitions: undefined, problems }
    : { definitions: { holidaySets, calendars, agreements }, problems: [] };
}

/** The groups that the conditions of a draft ask about, each by its name or its id. */
export function groupsNamedIn({ agreements }: DefinitionsDraft): string[] {
  const questions = agreements.flatMap(conditionsOf).flatMap(groupQuestions);
  return [...new Set(questions.flatMap(({ memberOf }) => memberOf))];
}
