import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { IssueTimers } from '../../../../src/contract/views';
import type { Instant } from '../../../../src/domain/time/instant';
import { callApp } from '../platform/app-calls';
import { clockNow } from '../platform/clock';
import { onIssueChanged, readIssueUpdated } from '../platform/jira-issue';
import { whileVisible } from '../platform/visibility';
import { IssueWatch, newerOf } from './issue-watch';

const LOOK_EVERY_MS = 5_000;

interface WatchedTimers {
  /** The latest answer; kept when a later call fails. */
  readonly timers: IssueTimers | undefined;
  /** When they were last found to be what Jira has; undefined until the first time. */
  readonly checkedAt: Instant | undefined;
  /** Why the latest call failed, if it did. */
  readonly failure: Error | null;
  readonly retry: () => void;
}

/** The timers of an issue, kept fresh as long as the page is seen. */
export function useIssueTimers(issueId: string): WatchedTimers {
  const client = useQueryClient();
  const [checkedAt, setCheckedAt] = useState<Instant>();
  const key = useMemo(() => ['issue-timers', issueId] as const, [issueId]);

  const watch = useMemo(
    () =>
      new IssueWatch({
        now: clockNow,
        checked: setCheckedAt,
        readUpdated: () => readIssueUpdated(issueId),
        ask: (jiraUpdated) =>
          client.query({
            queryKey: key,
            queryFn: async () => {
              const answer = await callApp(
                'viewIssueTimers',
                jiraUpdated === undefined ? {} : { jiraUpdated },
              );
              return newerOf(client.getQueryData<IssueTimers>(key), answer);
            },
            staleTime: 0,
          }),
      }),
    [client, issueId, key],
  );

  useEffect(() => {
    const endTicks = whileVisible({ act: () => void watch.look('tick'), wait: () => LOOK_EVERY_MS });
    const endEvents = onIssueChanged(() => void watch.look('changed'));
    return () => {
      endTicks();
      endEvents();
    };
  }, [watch]);

  const { data, error } = useQuery<IssueTimers>({ queryKey: key, queryFn: skipToken });
  // A query without data forgets its error while it tries again; the reader should see it until there is something better.
  const [lastError, setLastError] = useState(error);
  if (error && error !== lastError) setLastError(error);
  const failure = error ?? (data ? null : lastError);
  return { timers: data, checkedAt, failure, retry: () => void watch.look('asked-by-reader') };
}
