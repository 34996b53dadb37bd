import type { ServiceWeek } from '../../../../../../src/domain/agreement/presets/presets';
import {
  defaultBounds,
  DEFAULTS_ID,
  productDefaults,
  type DefaultNumber,
  type SiteDefaults,
} from '../../../../../../src/domain/defaults/site-defaults';

const defaultNumbers = Object.keys(defaultBounds) as readonly DefaultNumber[];

/** The defaults as they are typed. */
export type DefaultsDraft = Readonly<Record<DefaultNumber, string>> & {
  /** Empty for the zone of whoever begins. */
  readonly timeZone: string;
  readonly hasZone: boolean;
  readonly week: ServiceWeek;
};

export function draftOf(record: SiteDefaults): DefaultsDraft {
  return {
    timeZone: record.timeZone ?? '',
    hasZone: record.timeZone !== undefined,
    week: record.week ?? productDefaults.week,
    atRiskAt: String(record.atRiskAt ?? productDefaults.atRiskAt),
    expiringDays: String(record.expiringDays ?? productDefaults.expiringDays),
    jobPoints: String(record.jobPoints ?? productDefaults.jobPoints),
  };
}

/** What is to be kept: where it says what the product does, it follows the product. What is no number is kept as NaN. */
export function defaultsOf({ timeZone, hasZone, week, ...typed }: DefaultsDraft): SiteDefaults {
  const numbers = defaultNumbers.flatMap((name) => {
    const text = typed[name].trim();
    const value = text === '' ? NaN : Number(text);
    return value === productDefaults[name] ? [] : [[name, value] as const];
  });
  return {
    id: DEFAULTS_ID,
    ...(hasZone && { timeZone: timeZone.trim() }),
    ...(week !== productDefaults.week && { week }),
    ...Object.fromEntries(numbers),
  };
}
