/**
 * What of a project falls due on a day: the term of an agreement ends, a version of it that is published begins, an action of the
 * improvement plan should be done.
 */
export const fallingKinds = ['agreement-ends', 'version-begins', 'action'] as const;
export type FallingKind = (typeof fallingKinds)[number];
