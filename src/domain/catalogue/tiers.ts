import type { CalendarRecord } from '../calendar/calendar';
import { minutes, type Span } from '../time/instant';

/** Ready-made tiers by hours: 7×24, 7×12 and 5×8 (C4). */
export const hoursTiers = ['high', 'medium', 'low'] as const;
export type HoursTier = (typeof hoursTiers)[number];

type Weekly = CalendarRecord['weekly'];

const workdays = (from: string, to: string): Weekly => {
  const day = [[from, to]] as const;
  return { mon: day, tue: day, wed: day, thu: day, fri: day };
};
const everyDay = (from: string, to: string): Weekly => ({
  ...workdays(from, to),
  sat: [[from, to]],
  sun: [[from, to]],
});

/** The week that a tier promises. */
export const hoursOfTier: Readonly<Record<HoursTier, Weekly>> = {
  high: everyDay('00:00', '24:00'),
  medium: everyDay('08:00', '20:00'),
  low: workdays('09:00', '17:00'),
};

/** Ready-made tiers by strength: Basic, Standard, Advanced and Exceptional (C4). */
export const strengthTiers = ['BSL', 'SLS', 'ALS', 'ELS'] as const;
export type StrengthTier = (typeof strengthTiers)[number];

export interface Strength {
  /** In percent of the agreed time. */
  readonly availability: number;
  readonly mttr: Span;
}

/**
 * What a tier promises. There is no MTTF among it: the handbook's falls as the tier rises, although a better tier fails less
 * often, so that no value of it could be offered (C4).
 */
export const strengthOfTier: Readonly<Record<StrengthTier, Strength>> = {
  BSL: { availability: 99.5, mttr: minutes(120) },
  SLS: { availability: 99.9, mttr: minutes(60) },
  ALS: { availability: 99.99, mttr: minutes(30) },
  ELS: { availability: 99.999, mttr: minutes(6) },
};
