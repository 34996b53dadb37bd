/** What rules and catalogue show by themselves, in the order in which it is told. */
export const ruleGaps = [
  'servicesUncovered',
  'agreementsUnbound',
  'ending',
  'effectless',
  'holidaysEnding',
  'calendarsUnused',
  'holidaySetsUnused',
] as const;

/** What only issues show. */
export const seenGaps = ['bare', 'unstarted', 'unmatched'] as const;

export type GapKind = (typeof ruleGaps)[number] | (typeof seenGaps)[number];
