import type { Instant } from '../../domain/time/instant';
import type { CountedKind, HourOfUse } from '../../domain/usage/usage';

/** Tables of the store that grow with use. */
export type GrowingTable = 'timers' | 'issues' | 'alerts' | 'revisions' | 'marks';

/**
 * What the app uses of what Jira and Forge grant it. Each process counts for itself and writes it down now and then, so that
 * counting costs hardly a statement; the adapters count what passes through them.
 */
export interface Usage {
  count(what: CountedKind, amount: number): void;
  /** Begins to count for how long a function runs; what is returned ends it. */
  runs(): () => void;
  /** Notes that work is held because of Jira's quota. */
  countHold(at: Instant): void;
  /**
   * Writes down what this process has counted, in one statement, unless it is not worth it yet. `soon`: where the work at
   * hand has statements to spare, `much`: only when much has come together. Never fails.
   */
  keep(how: 'soon' | 'much'): Promise<void>;
  /** All that was written down of the hours since then, by any process. */
  since(hour: Instant): Promise<HourOfUse[]>;
  /** How many points were left as Jira said last, which it does below a fifth; undefined when it never did. */
  left(): Promise<{ readonly points: number; readonly at: Instant } | undefined>;
  /** How many rows each table has. */
  rows(): Promise<Readonly<Record<GrowingTable, number>>>;
  /** Forgets the hours before. */
  forget(hour: Instant): Promise<void>;
}
