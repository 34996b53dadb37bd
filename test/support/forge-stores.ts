import { randomUUID } from 'node:crypto';

/** What answers the Forge SQL protocol. */
export interface ForgeSqlEngine {
  handle(path: string, body: string): Response | Promise<Response>;
  close(): void | Promise<void>;
}

/** The stores on Forge's own SDK, whose requests `answer` answers; each time those of another site. */
export async function forgeStores(answer: ForgeSqlEngine['handle']) {
  const installationId = randomUUID();
  const appContext = {
    appId: randomUUID(),
    appVersion: '1.0.0',
    environmentId: randomUUID(),
    environmentType: 'DEVELOPMENT',
    invocationId: randomUUID(),
    installationId,
    functionKey: 'drain',
    moduleType: 'core:function',
    moduleKey: 'drain',
  };
  Object.assign(globalThis, {
    __forge_runtime__: {
      contextAri: `ari:cloud:jira::site/${randomUUID()}`,
      appContext,
      lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
    },
    __forge_fetch__: async (_descriptor: unknown, path: string, { body }: { body: string }) =>
      answer(path, body),
  });
  const [
    { forgeRecords: records },
    { forgeTimers },
    { forgeFigures: figures },
    { forgeDirtyIssues: dirtyIssues },
    { forgeBackfills: backfills },
    { forgeRepairPreviews: repairPreviews },
    { forgeWaiting: waiting },
    { forgeHolds: holds },
    { forgeProjects: projects },
    { forgeChecks: checks },
    { forgeMemberships: memberships },
    { forgeHealth },
    { forgeUsage: usage },
    { forgeThresholds: thresholds },
    { forgeAlerts: alerts },
    { randomIds },
  ] = await Promise.all([
    import('../../src/adapters/forge/records'),
    import('../../src/adapters/forge/timers'),
    import('../../src/adapters/forge/figures'),
    import('../../src/adapters/forge/dirty-issues'),
    import('../../src/adapters/forge/backfills'),
    import('../../src/adapters/forge/repair-previews'),
    import('../../src/adapters/forge/waiting'),
    import('../../src/adapters/forge/holds'),
    import('../../src/adapters/forge/projects'),
    import('../../src/adapters/forge/checks'),
    import('../../src/adapters/forge/memberships'),
    import('../../src/adapters/forge/health'),
    import('../../src/adapters/forge/usage'),
    import('../../src/adapters/forge/thresholds'),
    import('../../src/adapters/forge/alerts'),
    import('../../src/adapters/forge/clock'),
  ]);
  return {
    records,
    timers: forgeTimers(randomIds),
    figures,
    dirtyIssues,
    backfills,
    repairPreviews,
    waiting,
    holds,
    projects,
    checks,
    memberships,
    health: forgeHealth(projects),
    usage,
    thresholds,
    alerts,
  };
}
