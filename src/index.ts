import { migrate, ports } from './compose';
import { backfillOf, drainOf, publicationOf } from './handlers/consumers';
import { issueStatusOf } from './handlers/issue-status';
import { resolverOf } from './handlers/resolver';
import { tickOf } from './handlers/schedules';
import { onIssueEventOf, onProjectEventOf } from './handlers/triggers';

export const resolver = resolverOf(ports);
export const issueStatus = issueStatusOf(ports);
export const onIssueEvent = onIssueEventOf(ports);
export const onInstalled = migrate;
export const drain = drainOf(ports);
export const backfill = backfillOf(ports);
export const onProjectEvent = onProjectEventOf(ports);
export const tick = tickOf(ports);
export const publication = publicationOf(ports);
