import {
  isSameState,
  NOTHING_TO_PUBLISH,
  OUT_OF_SCOPE,
  publishedState,
  type PublishedState,
} from '../domain/timer/published-state';
import { seconds } from '../domain/time/instant';
import { JiraUnavailable } from './errors';
import type {
  Evaluation,
  Ports,
  ProjectId,
  Publication,
  PublishedFields,
  PublishedLater,
  Shown,
} from './ports';
import { setPriorities } from './set-priorities';

/** Nobody says how long Jira's tasks take, nor, mostly, for how long it wants to be left alone. */
const LOOK_AFTER_SECONDS = 30;

/**
 * Sets the priorities that agreements set, and has Jira show how these issues (at most 100) stand, wherever it shows something else (design §3.3). What it does not take
 * just now is published later, so that it holds up nobody's timers.
 *
 * @returns what it takes of the points that Jira grants an app an hour, now and later.
 */
export async function publish(
  ports: Ports,
  project: ProjectId,
  evaluations: readonly Evaluation[],
): Promise<number> {
  try {
    return await publishNow(ports, project, evaluations);
  } catch (error) {
    if (!(error instanceof JiraUnavailable)) throw error;
    ports.log.warn('published later', { project, reason: error.message });
    const issues = updatesOf(evaluations.filter((each) => publicationOf(each) ?? each.priorityToSet));
    const wait = seconds(error.retryAfterSeconds ?? LOOK_AFTER_SECONDS);
    await ports.publishedLater.look({ project, task: undefined, issues }, wait);
    return READ_AGAIN_POINTS + issues.size;
  }
}

/** A reading of several issues and the three writes after it, beside one point for each issue. */
const READ_AGAIN_POINTS = 4;

/** The same at once or not at all. @throws JiraUnavailable; some may be published then. */
export async function publishNow(
  ports: Ports,
  project: ProjectId,
  evaluations: readonly Evaluation[],
): Promise<number> {
  return (await showInJira(ports, project, evaluations)) + (await setPriorities(ports, evaluations));
}

async function showInJira(
  { publisher, publishedLater }: Ports,
  project: ProjectId,
  evaluations: readonly Evaluation[],
): Promise<number> {
  const publications = evaluations.flatMap((evaluation) => publicationOf(evaluation) ?? []);
  if (publications.length === 0) return 0;
  const { task, points } = await publisher.write(publications);
  if (task === undefined) return points;
  const issues = updatesOf(evaluations.filter((evaluation) => publicationOf(evaluation)?.property));
  await publishedLater.look({ project, task, issues }, seconds(LOOK_AFTER_SECONDS));
  return points + 1;
}

function updatesOf(evaluations: readonly Evaluation[]): PublishedLater['issues'] {
  return new Map(
    evaluations.flatMap(({ issue, issueUpdated }) =>
      issueUpdated === null ? [] : [[issue, issueUpdated] as const],
    ),
  );
}

/** Undefined where Jira shows what it should. */
export function publicationOf({ issue, outcome, timers, shown }: Evaluation): Publication | undefined {
  if (!shown) return undefined;
  const state = outcome === 'not-covered' ? OUT_OF_SCOPE : publishedState(timers);
  const fields = changedFields(state, shown.fields);
  const property = isPropertyRight(state, shown.property) ? undefined : state;
  return property || Object.keys(fields).length > 0 ? { issue, fields, property } : undefined;
}

function changedFields(state: PublishedState, shown: Shown['fields']): Partial<PublishedFields> {
  if (!shown) return {};
  const wanted = fieldsOf(state);
  return {
    ...(shown.due !== wanted.due && { due: wanted.due }),
    ...(shown.state !== wanted.state && { state: wanted.state }),
    ...(shown.agreement !== wanted.agreement && { agreement: wanted.agreement }),
  };
}

/** Where nothing is promised the fields are empty, so that most issues of a site are never written to. */
function fieldsOf({ due, state, agreement }: PublishedState): PublishedFields {
  return { due, state: state === 'none' ? null : state, agreement };
}

/** Of an issue that never had a timer there is no property. */
function isPropertyRight(state: PublishedState, shown: Shown['property']): boolean {
  return shown !== undefined && isSameState(state, shown ?? NOTHING_TO_PUBLISH);
}
