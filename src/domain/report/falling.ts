/** What of a project falls due on a day: the term of an agreement ends, or a version of it that is published begins. */
export const fallingKinds = ['agreement-ends', 'version-begins'] as const;
export type FallingKind = (typeof fallingKinds)[number];
