/**
 * What a request costs of an app's hourly quota: 1 point, and for a read 1 more per core object (issue, project …) and 2
 * more per identity object (user, group, permission) in the answer; a write costs 1 and no more.
 *
 * Atlassian does not say whether the entries of a changelog, comments, statuses and the like are objects. So there are
 * two readings: `low` counts only the issues and projects that an answer is about, `high` all that it lists.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (March 2026)
 */
export interface Points {
  readonly low: number;
  readonly high: number;
}

export interface JiraCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The parsed answer; undefined when there is none or it is not JSON. */
  readonly answer: unknown;
}

/** `counted` is false for a read that the table does not know: its objects are missing in the points. */
export interface Cost extends Points {
  readonly counted: boolean;
}

/** Objects in an answer. */
interface Objects {
  readonly core?: number;
  /** Core objects by the high reading, when they are more. */
  readonly coreAtMost?: number;
  readonly identity?: number;
  readonly identityAtMost?: number;
}

type Count = (answer: unknown) => Objects;

const IDENTITY_POINTS = 2;

/** Reads by method and Atlassian's path below `/rest/api/3`; `*` stands for one part of the path. */
const READS: Readonly<Record<string, Count>> = {
  'POST /issue/bulkfetch': (answer) => issues(list(answer, 'issues')),
  'POST /search/jql': (answer) => issues(list(answer, 'issues')),
  'GET /search/jql': (answer) => issues(list(answer, 'issues')),
  'POST /search/approximate-count': () => ({}),
  'POST /jql/match': (answer) => ({
    core: sum(list(answer, 'matches'), (one) => size(one, 'matchedIssues')),
  }),
  'POST /jql/parse': () => ({}),
  'POST /changelog/bulkfetch': (answer) => {
    const logs = list(answer, 'issueChangeLogs');
    return { core: logs.length, coreAtMost: logs.length + sum(logs, (log) => size(log, 'changeHistories')) };
  },
  'GET /issue/*': (answer) => issues([answer]),
  'GET /issue/*/changelog': (answer) => oneWith(size(answer, 'values')),
  'GET /issue/*/comment': (answer) => oneWith(size(answer, 'comments')),
  'GET /issue/*/comment/*': () => oneWith(1),
  'GET /issue/*/transitions': (answer) => oneWith(size(answer, 'transitions')),
  'GET /issue/*/properties': (answer) => oneWith(size(answer, 'keys')),
  'GET /issue/*/properties/*': () => oneWith(1),
  'GET /project/*': () => ({ core: 1 }),
  'GET /project/search': (answer) => ({ core: size(answer, 'values') }),
  'GET /project/*/statuses': (answer) =>
    oneWith(elements(answer).length + sum(elements(answer), (type) => size(type, 'statuses'))),
  'GET /priority': (answer) => ({ core: elements(answer).length }),
  'GET /priority/search': (answer) => ({ core: size(answer, 'values') }),
  'GET /resolution': (answer) => ({ core: elements(answer).length }),
  'GET /status': (answer) => ({ core: elements(answer).length }),
  'GET /issuetype': (answer) => ({ core: elements(answer).length }),
  'GET /issuetype/project': (answer) => ({ core: elements(answer).length }),
  'GET /field': (answer) => ({ core: elements(answer).length }),
  'GET /field/search': (answer) => ({ core: size(answer, 'values') }),
  'GET /task/*': () => ({}),
  'GET /rest/servicedeskapi/request/*/feedback': () => ({}),
  'GET /myself': () => ({ identity: 1 }),
  'GET /user': () => ({ identity: 1 }),
  'GET /user/bulk': (answer) => ({ identity: size(answer, 'values') }),
  'GET /user/groups': (answer) => ({ identity: elements(answer).length }),
  'GET /group/bulk': (answer) => ({ identity: size(answer, 'values') }),
  'GET /mypermissions': (answer) => ({ identity: names(member(answer, 'permissions')) }),
  'POST /permissions/check': (answer) => {
    const inProjects = list(answer, 'projectPermissions');
    const named = inProjects.length + size(answer, 'globalPermissions');
    const subjects = sum(inProjects, (one) => size(one, 'issues') + size(one, 'projects'));
    return { identity: named, identityAtMost: named + subjects };
  },
};

const patterns = Object.entries(READS).map(([operation, count]) => ({
  operation,
  count,
  parts: operation.split('/'),
}));

/** Fixed parts win over `*`. */
function find(method: string, path: string): { operation: string; count: Count } | undefined {
  const parts = `${method} ${path.replace(/^\/rest\/api\/\d+/, '')}`.split('/');
  const found = patterns.filter(
    (pattern) =>
      pattern.parts.length === parts.length &&
      pattern.parts.every((part, at) => part === '*' || part === parts[at]),
  );
  return found.sort((a, b) => stars(a.operation) - stars(b.operation))[0];
}

/** `POST /issue/bulkfetch`, or for what the table does not know the path with its ids taken out. */
export function operationOf(method: string, path: string): string {
  const below = path.replace(/^\/rest\/api\/\d+/, '');
  const named = (part: string): string => (/^\d+$|^[A-Z][A-Z0-9_]*-\d+$/.test(part) ? '*' : part);
  return find(method, path)?.operation ?? `${method} ${below.split('/').map(named).join('/')}`;
}

/** An error costs the base alone, and what was one request too many nothing. */
export function pointsOf({ method, path, status, answer }: JiraCall): Cost {
  if (status === 429) return { low: 0, high: 0, counted: true };
  const read = find(method, path);
  if (read === undefined) return { low: 1, high: 1, counted: !['GET', 'HEAD'].includes(method) };
  if (status >= 400) return { low: 1, high: 1, counted: true };
  const { core = 0, coreAtMost = core, identity = 0, identityAtMost = identity } = read.count(answer);
  return {
    low: 1 + core + IDENTITY_POINTS * identity,
    high: 1 + coreAtMost + IDENTITY_POINTS * identityAtMost,
    counted: true,
  };
}

/** Issues with the histories and comments that they bring. */
function issues(found: readonly unknown[]): Objects {
  const inside = sum(
    found,
    (issue) =>
      size(member(issue, 'changelog'), 'histories') +
      size(member(member(issue, 'fields'), 'comment'), 'comments'),
  );
  return { core: found.length, coreAtMost: found.length + inside };
}

/** One issue or project, with a list of things that may be objects too. */
const oneWith = (things: number): Objects => ({ core: 1, coreAtMost: 1 + things });

const stars = (operation: string): number => operation.split('*').length;
const elements = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const list = (value: unknown, name: string): readonly unknown[] => elements(member(value, name));
const names = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
const size = (value: unknown, name: string): number => list(value, name).length;
const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
