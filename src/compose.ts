import { forgeClock, randomIds } from './adapters/forge/clock';
import { forgeAlerts } from './adapters/forge/alerts';
import { forgeBackfills } from './adapters/forge/backfills';
import { forgeChecks } from './adapters/forge/checks';
import { forgeDirtyIssues } from './adapters/forge/dirty-issues';
import { forgeDrains } from './adapters/forge/drains';
import { forgeLog } from './adapters/forge/log';
import { forgeLaterPublications } from './adapters/forge/published-later';
import { forgeMemberships } from './adapters/forge/memberships';
import { forgeRecords } from './adapters/forge/records';
import { forgeThresholds } from './adapters/forge/thresholds';
import { forgeTimers } from './adapters/forge/timers';
import { forgeUsage } from './adapters/forge/usage';
import { forgeFigures } from './adapters/forge/figures';
import { forgeHealth } from './adapters/forge/health';
import { forgeHolds } from './adapters/forge/holds';
import { forgeRepairPreviews } from './adapters/forge/repair-previews';
import { forgeProjects } from './adapters/forge/projects';
import { forgeWaiting } from './adapters/forge/waiting';
import { jiraActions } from './adapters/jira/actions';
import { jiraGroups } from './adapters/jira/groups';
import { jiraNewIssues } from './adapters/jira/new-issues';
import { jiraPriorities } from './adapters/jira/priorities';
import { jiraProjectFields } from './adapters/jira/project-fields';
import { jiraIssues } from './adapters/jira/issues';
import { jiraPublisher } from './adapters/jira/publisher';
import { jiraQuota } from './adapters/jira/quota';
import { jiraRatings } from './adapters/jira/ratings';
import { jiraReaders } from './adapters/jira/readers';
import { jiraReplies } from './adapters/jira/replies';
import { jiraRights } from './adapters/jira/rights';
import type { Ports } from './app/ports';

/** The one place where adapters meet use cases. */
export const ports: Ports = {
  clock: forgeClock,
  ids: randomIds,
  log: forgeLog,
  issues: jiraIssues(forgeLog),
  ratings: jiraRatings,
  publisher: jiraPublisher(forgeLog),
  priorities: jiraPriorities,
  publishedLater: forgeLaterPublications,
  projectFields: jiraProjectFields,
  groups: jiraGroups,
  rights: jiraRights(forgeClock),
  readers: jiraReaders,
  newIssues: jiraNewIssues,
  replies: jiraReplies,
  records: forgeRecords,
  timers: forgeTimers(randomIds),
  figures: forgeFigures,
  dirtyIssues: forgeDirtyIssues,
  drains: forgeDrains,
  backfills: forgeBackfills,
  repairPreviews: forgeRepairPreviews,
  waiting: forgeWaiting,
  holds: forgeHolds,
  quota: jiraQuota,
  usage: forgeUsage,
  projects: forgeProjects,
  checks: forgeChecks,
  memberships: forgeMemberships,
  health: forgeHealth(forgeProjects),
  thresholds: forgeThresholds,
  alerts: forgeAlerts,
  actions: jiraActions,
};

export { migrate } from './adapters/forge/migrations';
