/** What timers are told apart by, beside their agreement and metric (M1, R1): each as it was when the cycle ended, or as it is. */
export const dimensions = ['service', 'customer', 'priority', 'assignee', 'team'] as const;
export type Dimension = (typeof dimensions)[number];

/** By id; null where the issue has none. */
export type Dimensions = Readonly<Record<Dimension, string | null>>;
