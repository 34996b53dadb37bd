import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Caller, ProductEvent } from '../seams';
import { accountOf, maySee } from '../jira/permissions';
import { clockNews } from './clock-control';
import type { Host } from './host';
import { visitorOf } from './visitor';

/** Proxies and browsers give up on silent streams. */
const HEARTBEAT_MS = 20_000;
const THROTTLE_MS = 250;

interface IssueNews {
  readonly issueId: string;
  readonly projectId: string;
  readonly changeType: 'updated' | 'commented' | 'deleted';
  readonly atlassianId: string | null;
  /** Whether the visitor of this page did it, in this window or another. */
  readonly own: boolean;
}

const changeTypes: Readonly<Record<string, IssueNews['changeType']>> = {
  'avi:jira:updated:issue': 'updated',
  'avi:jira:commented:issue': 'commented',
  'avi:jira:deleted:issue': 'deleted',
};

/**
 * What an open page has to know, as server-sent events: `clock` with the latest reading when the clock was moved or runs at
 * another rate; `issue` for each change of the issue that `?issue=` names, if the visitor may see it; `issues` when any
 * issue changed. `clock` and `issues` come a few times a second at most, however fast the clock flies.
 */
export function openStream(host: Host, context: Context): Response {
  const { accountId } = visitorOf(host, context);
  const caller: Caller = { kind: 'user', accountId };
  const watched = host.jira.store.issue(context.req.query('issue') ?? '');
  const issueId = watched !== undefined && maySee(host.jira.store, caller, watched) ? watched.id : undefined;
  return streamSSE(context, async (stream) => {
    const send = (event: string, data: unknown): void => {
      void stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => stream.abort());
    };
    const sendClock = throttled(() => send('clock', clockNews(host.clock)));
    const sendIssues = throttled(() => send('issues', {}));
    const stops = [
      host.clock.onMove(sendClock.soon),
      sendClock.stop,
      sendIssues.stop,
      host.jira.onEvent((event) => {
        const news = newsOf(host, event, accountId);
        if (news === undefined) return;
        if (news.issueId === issueId) send('issue', news);
        sendIssues.soon();
      }),
    ];
    const beat = setInterval(() => send('beat', {}), HEARTBEAT_MS);
    const closed = new Promise<void>((resolve) => stream.onAbort(resolve));
    send('clock', clockNews(host.clock));
    await closed;
    clearInterval(beat);
    for (const stop of stops) stop();
  });
}

/** Does `task` at once when it has not been done lately, else a little later: once for all that came in between. */
function throttled(task: () => void): { readonly soon: () => void; readonly stop: () => void } {
  let last = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  function run(): void {
    timer = undefined;
    last = performance.now();
    task();
  }
  return {
    soon() {
      const wait = last + THROTTLE_MS - performance.now();
      if (wait <= 0 && timer === undefined) run();
      else timer ??= setTimeout(run, wait);
    },
    stop: () => clearTimeout(timer),
  };
}

function newsOf({ jira }: Host, event: ProductEvent, visitorId: string): IssueNews | undefined {
  if (event.eventType === 'avi:jira:created:issue') return { ...nothing, changeType: 'updated' };
  const changeType = changeTypes[event.eventType];
  if (changeType === undefined) return undefined;
  const atlassianId = accountOf(jira.store, event.by);
  const { id = '', fields } = (event.payload['issue'] ?? {}) as {
    id?: string;
    fields?: { project?: { id?: string } };
  };
  return {
    issueId: id,
    projectId: fields?.project?.id ?? '',
    changeType,
    atlassianId,
    own: atlassianId === visitorId,
  };
}

const nothing = { issueId: '', projectId: '', atlassianId: null, own: false };
