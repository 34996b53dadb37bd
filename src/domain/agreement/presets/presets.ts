import { hoursOfTier } from '../../catalogue/tiers';
import type { MetricKind } from '../../timer/metric';

/** Whom a promise is for: `others` are all that no promise of the same kind before it is for. */
export type Audience = 'all' | 'urgent' | 'incidents' | 'problems' | 'others';

/** A promise of a preset: how long something may take on the service hours. */
export interface PresetPromise {
  readonly kind: Extract<MetricKind, 'response' | 'recovery' | 'resolution' | 'verification'>;
  readonly for: Audience;
  /** As in a definitions file. */
  readonly within: string;
}

/** A set of promises to begin with, whole in itself: each issue gets exactly one promise of response (T8). */
export interface Preset {
  readonly promises: readonly PresetPromise[];
  /** What it promises makes sense at all hours only. */
  readonly isAroundTheClock: boolean;
}

export const presetIds = [
  'standard-requests',
  'by-urgency',
  'incidents',
  'critical-systems',
  'problems',
] as const;
export type PresetId = (typeof presetIds)[number];

/**
 * The timed presets of T8. What a source leaves open is taken from the preset next to it: critical systems respond as
 * incidents do, and projects with problems treat all else as standard requests.
 */
export const presets: Readonly<Record<PresetId, Preset>> = {
  'standard-requests': {
    isAroundTheClock: false,
    promises: [
      { kind: 'response', for: 'all', within: '24h' },
      { kind: 'resolution', for: 'all', within: '72h' },
    ],
  },
  'by-urgency': {
    isAroundTheClock: false,
    promises: [
      { kind: 'response', for: 'urgent', within: '24h' },
      { kind: 'response', for: 'others', within: '48h' },
    ],
  },
  incidents: {
    isAroundTheClock: true,
    promises: [
      { kind: 'response', for: 'incidents', within: '2h' },
      { kind: 'response', for: 'others', within: '4h' },
      { kind: 'recovery', for: 'incidents', within: '4h' },
    ],
  },
  'critical-systems': {
    isAroundTheClock: true,
    promises: [
      { kind: 'response', for: 'incidents', within: '2h' },
      { kind: 'response', for: 'others', within: '4h' },
      { kind: 'recovery', for: 'incidents', within: '2h' },
    ],
  },
  problems: {
    isAroundTheClock: false,
    promises: [
      { kind: 'response', for: 'all', within: '24h' },
      { kind: 'resolution', for: 'problems', within: '48h' },
      { kind: 'resolution', for: 'others', within: '72h' },
      { kind: 'verification', for: 'problems', within: '72h' },
    ],
  },
};

/** The service hours of the tiers high, medium and low (C4). */
export const serviceWeeks = {
  '7x24': hoursOfTier.high,
  '7x12': hoursOfTier.medium,
  '5x8': hoursOfTier.low,
} as const;
export type ServiceWeek = keyof typeof serviceWeeks;
