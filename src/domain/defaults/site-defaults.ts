import type { ServiceWeek } from '../agreement/presets/presets';
import { problem, type Problem } from '../problem';
import { AT_RISK_AT } from '../timer/goal';
import { isZone } from '../time/zone';

/**
 * What new calendars and agreements of a site begin with, and two measures of the app's own work. Nothing that is in force is
 * judged otherwise because of them. What is left out is as the product has it.
 */
export interface SiteDefaults {
  readonly id: typeof DEFAULTS_ID;
  /** An IANA zone; that of whoever begins when left out. */
  readonly timeZone?: string;
  /** The hours that are offered first. */
  readonly week?: ServiceWeek;
  /** From which share of a new goal on, in percent, its timer is at risk. */
  readonly atRiskAt?: number;
  /** So many days before its end an agreement counts as expiring (A9). */
  readonly expiringDays?: number;
  /** So many points of Jira's quota jobs may take an hour, all together (design §3.6). */
  readonly jobPoints?: number;
}

/** There is one such document. */
export const DEFAULTS_ID = 'defaults';

export const defaultBounds = {
  atRiskAt: { least: 1, most: 99 },
  expiringDays: { least: 1, most: 365 },
  /** A turn takes about 120 points; a site of Tier 2 has 100,000, of which a fifth is kept for what cannot wait. */
  jobPoints: { least: 500, most: 80_000 },
} as const;

export type DefaultNumber = keyof typeof defaultBounds;

/** The product's own values. */
export const productDefaults: Readonly<Record<DefaultNumber, number>> & { readonly week: ServiceWeek } = {
  week: '5x8',
  atRiskAt: AT_RISK_AT,
  expiringDays: 30,
  jobPoints: 3_000,
};

/** Everything that is wrong with them, its place as in `doc.atRiskAt`. */
export function defaultsProblems(defaults: SiteDefaults): Problem[] {
  const { timeZone } = defaults;
  const wrong = (Object.keys(defaultBounds) as DefaultNumber[]).filter((name) => {
    const { least, most } = defaultBounds[name];
    const value = defaults[name];
    return value !== undefined && !(Number.isInteger(value) && value >= least && value <= most);
  });
  return [
    ...(timeZone !== undefined && !isZone(timeZone)
      ? [problem('defaults.unknown-zone', 'doc.timeZone', { found: timeZone })]
      : []),
    ...wrong.map((name) => {
      const { least, most } = defaultBounds[name];
      return problem('defaults.out-of-bounds', `doc.${name}`, { least: String(least), most: String(most) });
    }),
  ];
}
