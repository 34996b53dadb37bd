import { ASSUMED_WAITS_MS } from '../site/forge/pace';
import { requestsOf, type FunctionUse } from '../site/forge/usage';

/**
 * Forge's price list in US dollars, in force since 2026-01-01, free parts as of June 2026: what each unit costs beyond
 * what each app gets free every month, all its sites together.
 * @see https://developer.atlassian.com/platform/forge/forge-platform-pricing/ (August 2026)
 */
const PRICES = {
  gbSeconds: { price: 0.000_025, free: 200_000 },
  logGb: { price: 1.005, free: 1 },
  sqlHours: { price: 0.143, free: 1 },
  sqlRequests: { price: 1.929 / 1_000_000, free: 100_000 },
  sqlGbHours: { price: 0.000_768_5, free: 730 },
} as const;

type Unit = keyof typeof PRICES;

/** What is billed, in units of the price list. */
export type Bill = Readonly<Record<Unit, number>>;

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

/** By the price list, as if nothing were free. */
export const listPrice = (bill: Bill): number => total((unit) => bill[unit] * PRICES[unit].price);

/** For an app that has no other site. */
export const priceAlone = (bill: Bill): number =>
  total((unit) => Math.max(0, bill[unit] - PRICES[unit].free) * PRICES[unit].price);

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
  const stored = { ...noBill(), sqlGbHours: (storedBytes / GIB) * 24 * DAYS_A_MONTH };
  return sumOf([
    ...daily.map(({ bill, times }) => ({ bill, times: times * DAYS_A_MONTH })),
    { bill: stored, times: 1 },
  ]);
}

const noBill = (): Bill => ({ gbSeconds: 0, logGb: 0, sqlHours: 0, sqlRequests: 0, sqlGbHours: 0 });

function sumOf(parts: readonly { readonly bill: Bill; readonly times: number }[]): Bill {
  const of = (unit: Unit): number => parts.reduce((sum, { bill, times }) => sum + bill[unit] * times, 0);
  return {
    gbSeconds: of('gbSeconds'),
    logGb: of('logGb'),
    sqlHours: of('sqlHours'),
    sqlRequests: of('sqlRequests'),
    sqlGbHours: of('sqlGbHours'),
  };
}

function total(of: (unit: Unit) => number): number {
  return of('gbSeconds') + of('logGb') + of('sqlHours') + of('sqlRequests') + of('sqlGbHours');
}
