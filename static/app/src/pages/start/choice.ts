import { calendarProblems } from '../../../../../src/domain/calendar/calendar-rules';
import type { CalendarRecord } from '../../../../../src/domain/calendar/calendar';
import type { DefinitionsDraft } from '../../../../../src/domain/agreement/draft';
import {
  lacksOf,
  partsOf,
  presetDraft,
  type Need,
  type PresetWords,
} from '../../../../../src/domain/agreement/presets/preset-draft';
import {
  presets,
  serviceWeeks,
  type PresetId,
  type ServiceWeek,
} from '../../../../../src/domain/agreement/presets/presets';
import { likelyWays, type Ways } from '../../../../../src/domain/agreement/presets/ways';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import type { Problem } from '../../../../../src/domain/problem';
import type { Instant } from '../../../../../src/domain/time/instant';
import { localDateOf } from '../../../../../src/domain/time/local-date';
import { DAY } from '../../../../../src/domain/time/wall-clock';
import { wallReading } from '../../../../../src/domain/time/zone';
import type { StartingValues } from '../../data/use-starting-values';
import type { Messages } from '../../text/messages';
import { idFor, tidied } from '../calendars/draft';

export const weekChoices = ['5x8', '7x12', '7x24', 'own'] as const satisfies readonly (ServiceWeek | 'own')[];
type WeekChoice = (typeof weekChoices)[number];

/** All that somebody chooses who begins. */
export interface Choice {
  readonly week: WeekChoice;
  /** The hours of their own, kept while another week is chosen. */
  readonly own: CalendarRecord['weekly'];
  readonly zone: string;
  readonly preset: PresetId;
  readonly ways: Ways;
  /** Issues created before that date are left out; as it was typed. */
  readonly from: string;
}

/** So much of the past is judged too, unless somebody wants it otherwise. */
const DAYS_BACK = 365;

/** What suits most, and can be had at once. */
export function firstChoice(
  shape: ProjectShape,
  { zone, week }: Pick<StartingValues, 'zone' | 'week'>,
  now: Instant,
): Choice {
  const today = Math.floor(wallReading(zone, now) / DAY);
  return {
    week,
    own: serviceWeeks[week],
    zone,
    preset: 'standard-requests',
    ways: likelyWays(shape),
    from: localDateOf(today - DAYS_BACK),
  };
}

/** What a preset promises at all hours is counted at all hours, whatever else was chosen. */
export function weekOf({ week, preset }: Pick<Choice, 'week' | 'preset'>): WeekChoice {
  return presets[preset].isAroundTheClock ? '7x24' : week;
}

/** The calendar that a choice comes to, as it was typed. */
export function calendarOf(choice: Choice, id: string, name: string): CalendarRecord {
  const week = weekOf(choice);
  const weekly = week === 'own' ? choice.own : serviceWeeks[week];
  return tidied({ id, name, timeZone: choice.zone, weekly, exceptions: [] });
}

/** What is wrong with the hours and their zone. */
export function hoursProblems(choice: Choice): Problem[] {
  return calendarProblems(calendarOf(choice, 'own', 'own'), 'doc');
}

/** What the project lacks for a preset. */
export function lacking(preset: PresetId, shape: ProjectShape, ways: Ways): Need[] {
  return lacksOf(presets[preset], partsOf(shape, ways));
}

/**
 * What would come into force, where nothing is wrong or lacking.
 *
 * @param taken ids of calendars that the project knows already.
 * @param with the words to write it in, and what each goal says beside its promise.
 */
export function draftOf(
  choice: Choice,
  shape: ProjectShape,
  taken: readonly string[],
  { messages, goal }: { readonly messages: Messages; readonly goal: StartingValues['goal'] },
): DefinitionsDraft {
  const { preset, ways, from } = choice;
  const words = wordsOf(preset, weekOf(choice), messages);
  const id = idFor('service-hours', taken, 'service-hours');
  const { weekly, timeZone } = calendarOf(choice, id, words.calendar);
  return presetDraft(presets[preset], partsOf(shape, ways), {
    weekly,
    timeZone,
    effectiveFrom: from,
    ids: { calendar: id, agreement: 'service-levels' },
    words,
    goal,
  });
}

function wordsOf(preset: PresetId, week: WeekChoice, messages: Messages): PresetWords {
  return {
    calendar: messages.text(`start.hours.calendar.${week}`),
    agreement: messages.text(`preset.${preset}.name`),
    waiting: messages.text('preset.waiting'),
    audiences: {
      all: messages.text('preset.goal.all'),
      urgent: messages.text('preset.goal.urgent'),
      incidents: messages.text('preset.goal.incidents'),
      problems: messages.text('preset.goal.problems'),
      others: messages.text('preset.goal.others'),
    },
  };
}

/** The draft as a definitions file. */
export const fileOf = (draft: DefinitionsDraft): string =>
  JSON.stringify({ format: 'service-levels/1', ...draft });
