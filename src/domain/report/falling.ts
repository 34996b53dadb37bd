/**
 * What of a project falls due on a day: the term of an agreement ends, a version of it that is published begins, an action of the
 * improvement plan should be done, a review should be closed or a service report be issued.
 */
export const fallingKinds = [
  'agreement-ends',
  'version-begins',
  'action',
  'review',
  'service-report',
] as const;
export type FallingKind = (typeof fallingKinds)[number];
