import { noBill, sumOf, type Bill } from '../../src/domain/usage/price-list';
import { ASSUMED_WAITS_MS } from '../site/forge/pace';
import { requestsOf, type FunctionUse } from '../site/forge/usage';

const GIB = 2 ** 30;
const HOUR_MS = 3_600_000;
const DAYS_A_MONTH = 30;

/** A function is billed while it waits, and here Jira and the database answer at once. */
export function billOf(uses: readonly FunctionUse[], memoryMB: number): Bill {
  const bills = uses.map(({ usage, gbSeconds }): Bill => {
    const statements = usage.sql.data.statements + usage.sql.schema.statements;
    const waitMs =
      requestsOf(usage) * ASSUMED_WAITS_MS.jira +
      statements * ASSUMED_WAITS_MS.sql +
      usage.queue.pushes * ASSUMED_WAITS_MS.push;
    return {
      gbSeconds: gbSeconds + (waitMs / 1000) * (memoryMB / 1024),
      logGb: usage.logBytes / GIB,
      sqlHours: (usage.sql.data.machineMs + usage.sql.schema.machineMs) / HOUR_MS,
      sqlRequests: statements,
      sqlGbHours: 0,
    };
  });
  return sumOf(bills.map((bill) => ({ bill, times: 1 })));
}

/** A site whose month is to be priced. */
export interface DescribedSite {
  readonly eventsPerDay: number;
  /** Fresh readings for somebody who looks at an issue. */
  readonly viewsPerDay: number;
  readonly storedBytes: number;
}

/** Each event counts as a lone one: under load they share readings and cost less. @param daily what happens how often a day */
export function monthOf(
  { storedBytes }: DescribedSite,
  daily: readonly { readonly bill: Bill; readonly times: number }[],
): Bill {
  const stored = { ...noBill, sqlGbHours: (storedBytes / GIB) * 24 * DAYS_A_MONTH };
  return sumOf([
    ...daily.map(({ bill, times }) => ({ bill, times: times * DAYS_A_MONTH })),
    { bill: stored, times: 1 },
  ]);
}
