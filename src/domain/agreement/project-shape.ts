import type { Reference } from '../timer/condition';
import type { ListedField } from './known-field';

/** What definitions of a project can be made of. */
export interface ProjectShape {
  readonly fields: readonly ListedField[];
  /** The statuses of the project by Jira's category, each in the order in which Jira lists them. */
  readonly statuses: Readonly<Record<StatusCategory, readonly Reference[]>>;
}

/** Jira's own: to do, in progress and done. */
export const statusCategories = ['new', 'indeterminate', 'done'] as const;
export type StatusCategory = (typeof statusCategories)[number];
