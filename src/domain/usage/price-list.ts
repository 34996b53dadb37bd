/**
 * Forge's price list in US dollars, in force since 2026-01-01, free parts as of June 2026: what each unit costs beyond
 * what each app gets free every month, all its sites together.
 * @see https://developer.atlassian.com/platform/forge/forge-platform-pricing/ (August 2026)
 */
export const PRICES = {
  gbSeconds: { price: 0.000_025, free: 200_000 },
  logGb: { price: 1.005, free: 1 },
  sqlHours: { price: 0.143, free: 1 },
  sqlRequests: { price: 1.929 / 1_000_000, free: 100_000 },
  sqlGbHours: { price: 0.000_768_5, free: 730 },
} as const;

/** Where the list stands, and the month in which it was read. */
export const PRICES_FROM = {
  address: 'https://developer.atlassian.com/platform/forge/forge-platform-pricing/',
  read: '2026-08',
} as const;

export type PricedUnit = keyof typeof PRICES;
export const pricedUnits = Object.keys(PRICES) as readonly PricedUnit[];

/** What is billed, in units of the price list. */
export type Bill = Readonly<Record<PricedUnit, number>>;

export const noBill: Bill = { gbSeconds: 0, logGb: 0, sqlHours: 0, sqlRequests: 0, sqlGbHours: 0 };

/** By the price list, as if nothing were free. */
export const listPrice = (bill: Bill): number => total((unit) => bill[unit] * PRICES[unit].price);

/** For an app that has no other site. */
export const priceAlone = (bill: Bill): number =>
  total((unit) => Math.max(0, bill[unit] - PRICES[unit].free) * PRICES[unit].price);

export function sumOf(parts: readonly { readonly bill: Bill; readonly times: number }[]): Bill {
  const of = (unit: PricedUnit): number =>
    parts.reduce((sum, { bill, times }) => sum + bill[unit] * times, 0);
  return {
    gbSeconds: of('gbSeconds'),
    logGb: of('logGb'),
    sqlHours: of('sqlHours'),
    sqlRequests: of('sqlRequests'),
    sqlGbHours: of('sqlGbHours'),
  };
}

const total = (of: (unit: PricedUnit) => number): number =>
  pricedUnits.reduce((sum, unit) => sum + of(unit), 0);
