import type { Instant } from '../../domain/time/instant';

/** Jira's own ids, digits as text. An issue keeps its id for life, whatever its key. */
export type IssueId = string;

export type ProjectId = string;

export type AccountId = string;

/** Who does what nobody asked for. */
export const THE_APP: AccountId = '';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new id that nobody else has. */
  next(): string;
}

/** Words for whoever runs the app; nothing that a user wrote may go in. */
export interface Log {
  warn(message: string, details?: Readonly<Record<string, string | number>>): void;
}
