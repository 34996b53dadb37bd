import type { Caller } from '../../seams';
import type { Issue, Project } from '../model';
import { browsable } from '../permissions';
import type { Store } from '../store';

/** For whom and when a query is read. */
export interface JqlContext {
  readonly store: Store;
  readonly caller: Caller;
  readonly now: number;
  /** The caller's own zone, in which a query's dates and days are. */
  readonly timeZone: string;
}

export type Test = (issue: Issue) => boolean;

/** The projects whose statuses, types and levels the caller can name. */
export function visibleProjects({ store, caller }: JqlContext): Project[] {
  return browsable(store, caller);
}
