import { JiraRefused, JiraUnavailable } from '../app/errors';

export { describeFailure as describe } from '../app/errors';

export const isJira = (error: unknown): error is JiraUnavailable | JiraRefused =>
  error instanceof JiraUnavailable || error instanceof JiraRefused;
