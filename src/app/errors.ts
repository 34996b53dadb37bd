import { DomainError } from '../domain/problem';

/** Jira did not answer, or asked to be left alone for a while. Worth another try. */
export class JiraUnavailable extends Error {
  override readonly name: string = 'JiraUnavailable';

  /** @param retryAfterSeconds how long Jira asked to be left alone, where it said so. */
  constructor(
    message: string,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(message);
  }
}

/** What Jira grants the app in an hour is used up: whatever else is asked will be refused, too. */
export class QuotaUsedUp extends JiraUnavailable {
  override readonly name = 'QuotaUsedUp';

  /** @param reason which of its quotas, in Jira's words. */
  constructor(
    message: string,
    retryAfterSeconds: number | undefined,
    readonly reason: string,
  ) {
    super(message, retryAfterSeconds);
  }
}

/** Jira refuses what the app asks, or answers what the app does not understand. Asking again does not help. */
export class JiraRefused extends Error {
  override readonly name = 'JiraRefused';

  /** @param status Jira's; none where it answered what the app does not understand. */
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

/** A page of a list is asked for by a name that Jira never gave, or gave too long ago. Whoever asks begins anew. */
export class PageUnknown extends JiraRefused {}

/** What went wrong, for the log. Messages of others than our own may hold what a user wrote: of those only the kind is told. */
export function describeFailure(error: unknown): string {
  if (error instanceof JiraUnavailable || error instanceof JiraRefused) return error.message;
  if (error instanceof DomainError) return error.problem.code;
  return error instanceof Error ? error.name : typeof error;
}

/** Another change to the same definitions is being saved or was saved first. */
export class SomebodyElseSaves extends Error {
  override readonly name = 'SomebodyElseSaves';
}
