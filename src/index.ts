import { migrate, ports } from './compose';
import { backfillOf, drainOf, publicationOf } from './handlers/consumers';
import { issueStatusOf } from './handlers/issue-status';
import { onInstalledOf } from './handlers/lifecycle';
import { resolverOf } from './handlers/resolver';
import { deepCheckOf, reconcileOf, tickOf } from './handlers/schedules';
import { onIssueEventOf, onProjectEventOf } from './handlers/triggers';

export const resolver = resolverOf(ports);
export const issueStatus = issueStatusOf(ports);
export const onIssueEvent = onIssueEventOf(ports);
export const onInstalled = onInstalledOf(ports, migrate);
export const drain = drainOf(ports);
export const backfill = backfillOf(ports);
export const onProjectEvent = onProjectEventOf(ports);
export const tick = tickOf(ports);
export const publication = publicationOf(ports);
export const reconcile = reconcileOf(ports);
export const deepCheck = deepCheckOf(ports);
