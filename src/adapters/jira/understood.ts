import * as v from 'valibot';
import type { Log } from '../../app/ports';
import { placeOf } from './answer';
import { issueSchema, type JiraIssue } from './schemas';

/** Those issues of an answer that the app can make sense of: one that it cannot must not keep the others waiting. */
export function understood(issues: readonly unknown[], log: Log): JiraIssue[] {
  return issues.flatMap((issue) => {
    const parsed = v.safeParse(issueSchema, issue);
    if (parsed.success) return parsed.output;
    log.warn('issue not understood', { at: placeOf(parsed.issues[0]) });
    return [];
  });
}
