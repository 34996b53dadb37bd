import type { SiteClock } from '../seams';
import { JIRA_NEAR_QUOTA, JIRA_REQUESTS_PER_SECOND, JIRA_WRITES_PER_ISSUE, type JiraQuota } from './limits';
import type { Pace } from './pace';
import { operationOf, pointsOf } from './points';
import { ratesByKey, slidingRate } from './rates';

/** A request for Jira, on its way from a function or a page of the app. */
export interface JiraRequest {
  readonly method: string;
  readonly path: string;
  /** Text; empty without a body. */
  readonly body: string;
  /** When, in the time of `pace.ts`. */
  readonly at: number;
  /** Whether it costs points: what a page asks for does not. */
  readonly points: boolean;
}

/** The three limits of Jira's REST API, which know nothing of one another. */
export interface JiraLimits {
  /** Asks `jira`, unless the app has asked for too much already; the answer says so, or tells what is left. */
  pass(request: JiraRequest, jira: () => Promise<Response>): Promise<Response>;
}

const HOUR_MS = 3_600_000;

export function createJiraLimits(clock: Pick<SiteClock, 'now'>, pace: Pace, quota: JiraQuota): JiraLimits {
  const endpoints = ratesByKey((endpoint) => slidingRate(pace, perSecond(endpoint), 1000));
  const issues = JIRA_WRITES_PER_ISSUE.map(({ most, ms }) => ({
    most,
    rateOf: ratesByKey(() => slidingRate(pace, most, ms)),
  }));
  let hour = 0;
  let spent = 0;

  function pointsLeft(): number {
    const now = Math.floor(clock.now() / HOUR_MS);
    if (now !== hour) spent = 0;
    hour = now;
    return Math.max(0, quota.points - spent);
  }

  function refused(reason: string, limit: number, waitMs: number): Response {
    const reset = new Date(Math.ceil((clock.now() + waitMs) / 1000) * 1000);
    return Response.json(
      { errorMessages: ['Rate limit exceeded.'], errors: {} },
      {
        status: 429,
        headers: {
          'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1000))),
          'RateLimit-Reason': reason,
          'X-RateLimit-Limit': String(limit),
          'X-RateLimit-Remaining': '0',
          'X-RateLimit-Reset': reset.toISOString().replace('.000Z', 'Z'),
        },
      },
    );
  }

  function refusal({ method, path, body, at, points }: JiraRequest): Response | undefined {
    if (points && pointsLeft() === 0)
      return refused(quota.reason, quota.points, HOUR_MS - (clock.now() % HOUR_MS));
    const endpoint = endpointOf(method, path);
    const burst = endpoints(endpoint);
    if (burst.wait(at) > 0) return refused('jira-burst-based', perSecond(endpoint), burst.wait(at));
    burst.add(at);
    const writes = issuesWritten(method, path, body).flatMap((issue) =>
      issues.map(({ most, rateOf }) => ({ most, rate: rateOf(issue) })),
    );
    const full = writes.find(({ rate }) => rate.wait(at) > 0);
    if (full !== undefined) return refused('jira-per-issue-on-write', full.most, full.rate.wait(at));
    for (const { rate } of writes) rate.add(at);
    return undefined;
  }

  /** What every answer that costs points tells of them. */
  function withQuota(response: Response): Response {
    const left = pointsLeft();
    const near = left < JIRA_NEAR_QUOTA * quota.points;
    const resetSeconds = Math.ceil((HOUR_MS - (clock.now() % HOUR_MS)) / 1000);
    const headers = new Headers(response.headers);
    headers.set('RateLimit-Policy', `"${quota.policy}";q=${quota.points};w=3600`);
    headers.set('RateLimit', `"${quota.policy}";${near ? `r=${left};` : ''}t=${resetSeconds}`);
    if (near && response.status !== 429) {
      headers.set('X-RateLimit-NearLimit', 'true');
      headers.set('X-RateLimit-Limit', String(quota.points));
      headers.set('X-RateLimit-Remaining', String(left));
    }
    return new Response(response.body, {
      status: response.status,
      statusText: response.statusText,
      headers,
    });
  }

  return {
    async pass(request, jira) {
      const refusing = refusal(request);
      if (!request.points) return refusing ?? jira();
      if (refusing !== undefined) return withQuota(refusing);
      const { method, path } = request;
      const response = await jira();
      const answer: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      pointsLeft();
      spent += pointsOf({ method, path, status: response.status, answer }).low;
      return withQuota(response);
    },
  };
}

function perSecond(endpoint: string): number {
  const method = endpoint.split(' ')[0] ?? '';
  return JIRA_REQUESTS_PER_SECOND[endpoint] ?? JIRA_REQUESTS_PER_SECOND[method] ?? Infinity;
}

/** The operation, for all ids and keys of properties. */
function endpointOf(method: string, path: string): string {
  return operationOf(method, path).replace(/\/properties\/[^/]+$/, '/properties/*');
}

/**
 * The issues that a request changes before it is answered, as the request names them: an issue by its id and by its key
 * are two. What a task does later is not among them.
 */
function issuesWritten(method: string, path: string, body: string): readonly string[] {
  if (method === 'GET') return [];
  const one = /^\/rest\/api\/\d+\/issue\/(\d+|[A-Za-z][A-Za-z0-9_]*-\d+)(?:\/|$)/.exec(path)?.[1];
  if (one !== undefined) return [one];
  if (!/^\/rest\/api\/\d+\/app\/field\//.test(path)) return [];
  return [
    ...new Set(
      [...body.matchAll(/"issueIds"\s*:\s*\[([^\]]*)\]/g)].flatMap(([, ids = '']) => ids.split(',')),
    ),
  ];
}
