'use strict';
// An app that does what the tests of the site tell it to. Written as a bundle is: CommonJS, one export per handler.
const { default: Resolver } = require('@forge/resolver');
const { asApp, asUser, assumeTrustedRoute, fetch: egress, getAppContext, route } = require('@forge/api');
const { migrationRunner, sql } = require('@forge/sql');
const { InvocationError, Queue } = require('@forge/events');

const queue = new Queue({ key: 'worker' });
const seen = [];
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
migrationRunner.enqueue(
  'v001',
  'CREATE TABLE IF NOT EXISTS note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)',
);
migrationRunner.enqueue('v002', 'CREATE UNIQUE INDEX note_body ON note (body)');

/** Errors as plain data, for the tests to look into. */
async function attempt(run) {
  try {
    return { value: await run() };
  } catch (error) {
    const { name, message, code, status, context, responseDetails } = error;
    return { error: { type: error.constructor.name, name, message, code, status, context, responseDetails } };
  }
}

async function ask(api, path) {
  const response = await api.requestJira(path, { headers: { 'x-test': 'yes' } });
  return { status: response.status, body: await response.text() };
}

const definitions = new Resolver();
definitions.define('echo', (request) => request);
definitions.define('now', () => ({
  now: Date.now(),
  fresh: new Date().toISOString(),
  text: Date(),
  isDate: new Date() instanceof Date,
}));
definitions.define('as-user', ({ payload }) =>
  attempt(() => ask(asUser(payload.accountId), route`/rest/api/3/myself`)),
);
definitions.define('as-app', () =>
  attempt(() => ask(asApp(), route`/rest/api/3/issue/${'A B'}?fields=${'a,b'}`)),
);
definitions.define('jira', ({ payload: { method = 'GET', path, body, times = 1 } }) => {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const one = () =>
    attempt(async () => {
      const { status, headers } = await asApp().requestJira(assumeTrustedRoute(path), init);
      return { status, headers: Object.fromEntries(headers.entries()) };
    });
  return Promise.all(Array.from({ length: times }, one));
});
definitions.define('write', () => attempt(() => ask(asApp(), route`/rest/api/3/write`)));
definitions.define('broken', () => attempt(() => ask(asApp(), route`/rest/api/3/broken`)));
definitions.define('graph', () => attempt(async () => (await asApp().requestGraph('{ me }')).status));
definitions.define('migrate', () => attempt(() => migrationRunner.run()));
definitions.define('sql', ({ payload: { query, params = [] } }) =>
  attempt(() =>
    sql
      .prepare(query)
      .bindParams(...params)
      .execute(),
  ),
);
definitions.define('sql-many', ({ payload: { times } }) =>
  Promise.all(Array.from({ length: times }, () => attempt(() => sql.prepare('SELECT 1 AS one').execute()))),
);
definitions.define('sql-big', ({ payload: { bytes } }) =>
  attempt(() => sql.prepare('SELECT ?').bindParams('x'.repeat(bytes)).execute()),
);
definitions.define('ddl', ({ payload: { query } }) => attempt(() => sql.executeDDL(query)));
definitions.define('push', ({ payload: { events } }) => attempt(() => queue.push(events)));
definitions.define('push-raw', ({ payload: { request } }) =>
  attempt(async () => {
    const { __requestAtlassianAsApp } = require('@forge/api');
    const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
    const response = await __requestAtlassianAsApp(path, { method: 'POST', body: JSON.stringify(request) });
    return { status: response.status, body: await response.text() };
  }),
);
definitions.define('stats', ({ payload: { jobId } }) => attempt(() => queue.getJob(jobId).getStats()));
definitions.define('cancel', ({ payload: { jobId } }) => attempt(() => queue.getJob(jobId).cancel()));
definitions.define('sleep', async ({ payload: { ms } }) => {
  await sleep(ms);
  return 'awake';
});
definitions.define('spin', () => {
  for (;;);
});
definitions.define('hoard', () => {
  const all = [];
  for (;;) all.push(new Array(100_000).fill('x'));
});
definitions.define('egress', () => attempt(() => egress('https://example.com/')));
definitions.define('socket', () =>
  attempt(
    () => new Promise((_, reject) => require('node:http').get('http://127.0.0.1:9/').on('error', reject)),
  ),
);
definitions.define('big', ({ payload: { bytes } }) => 'x'.repeat(bytes));
definitions.define('context', () => {
  const { invocationRemainingTimeInMillis, moduleKey, installationAri } = getAppContext();
  return {
    remaining: invocationRemainingTimeInMillis(),
    moduleKey,
    installationAri: String(installationAri),
  };
});
definitions.define('throw', () => {
  throw new TypeError('that was wrong');
});
definitions.define('talk', () => console.warn('hello %s', 'world', { a: 1 }));
definitions.define('chatter', ({ payload: { lines, bytes } }) => {
  for (let line = 0; line < lines; line += 1) console.log('x'.repeat(bytes));
});
definitions.define('forget', () => {
  void sleep(20)
    .then(() => asApp().requestJira(route`/rest/api/3/late`))
    .catch(() => undefined);
});
definitions.define('die', () => {
  setTimeout(() => {
    throw new Error('nobody caught this');
  }, 1);
  return sleep(1000);
});
definitions.define('seen', () => seen);
exports.resolver = definitions.getDefinitions();

exports.onIssue = (event, context) => {
  seen.push({ by: 'onIssue', at: Date.now(), event, context });
  if (event.issue?.key === 'AGAIN-1') return new InvocationError({ retryAfter: 60, retryData: { n: 1 } });
  if (event.issue?.key === 'THROW-1') throw new Error('cannot');
  return undefined;
};

exports.onAny = async (event) => {
  const user =
    event.issue === undefined ? undefined : await attempt(() => ask(asUser(), route`/rest/api/3/myself`));
  seen.push({ by: 'onAny', at: Date.now(), event, user });
};

exports.tick = (payload, context) => {
  seen.push({ by: 'tick', at: Date.now(), payload, context });
};

exports.consume = async (event, context) => {
  const entry = { by: 'consume', at: Date.now(), event, context, running: undefined };
  seen.push(entry);
  exports.running = (exports.running ?? 0) + 1;
  entry.running = exports.running;
  try {
    if (event.body.ms && !(event.body.once && event.retryContext)) await sleep(event.body.ms);
    const retries = event.retryContext?.retryCount ?? 0;
    if (retries < (event.body.fail ?? 0)) throw new Error('not yet');
    if (retries < (event.body.retry ?? 0))
      return new InvocationError({
        retryAfter: 30,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { retries },
      });
    return undefined;
  } finally {
    exports.running -= 1;
  }
};

/** What the panel's title is to show: as the issue's key says. */
exports.status = async (payload, context) => {
  seen.push({ by: 'status', payload, principal: context.principal });
  const { key } = payload.extension.issue;
  if (key === 'FAIL-1') throw new Error('as asked');
  if (key === 'ODD-1') return { status: { type: 'icon', value: { label: 'Icon' } } };
  return key === 'NONE-1' ? {} : { status: { type: 'lozenge', value: { label: 'Late', type: 'removed' } } };
};
