import { JiraRefused, JiraUnavailable } from '../app/errors';
import { DomainError } from '../domain/problem';

export const isJira = (error: unknown): error is JiraUnavailable | JiraRefused =>
  error instanceof JiraUnavailable || error instanceof JiraRefused;

/** What went wrong, for the log. Messages of others than our own may hold what a user wrote: of those only the kind is told. */
export function describe(error: unknown): string {
  if (isJira(error)) return error.message;
  if (error instanceof DomainError) return error.problem.code;
  return error instanceof Error ? error.name : typeof error;
}
