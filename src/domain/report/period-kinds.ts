/** How long the periods of figures are (engine rule 24). Weeks begin on Mondays, as ISO 8601 has them. */
export const periodKinds = ['week', 'month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];
