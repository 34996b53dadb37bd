import {
  isSameState,
  NOTHING_TO_PUBLISH,
  publishedState,
  type PublishedState,
} from '../domain/timer/published-state';
import { JiraUnavailable } from './errors';
import type { Evaluation, Ports, ProjectId, Publication, PublishedFields, Shown } from './ports';

/**
 * Has Jira show how these issues stand, wherever it shows something else (design §3.3). Their timers are stored before:
 * what is thrown here keeps the marks of the issues, so that they are read, compared and published again.
 *
 * @returns what it took of the points that Jira grants an app an hour, the look after a task among them.
 * @throws JiraUnavailable
 */
export async function publish(
  { publisher, publicationChecks }: Pick<Ports, 'publisher' | 'publicationChecks'>,
  project: ProjectId,
  evaluations: readonly Evaluation[],
): Promise<number> {
  const publications = evaluations.flatMap((evaluation) => publicationOf(evaluation) ?? []);
  if (publications.length === 0) return 0;
  const { task, points } = await publisher.write(publications);
  if (task === undefined) return points;
  const later = new Set(publications.filter(({ property }) => property).map(({ issue }) => issue));
  const issues = evaluations.flatMap(({ issue, issueUpdated }) =>
    later.has(issue) && issueUpdated !== null ? [[issue, issueUpdated] as const] : [],
  );
  await publicationChecks.later({ project, task, issues: new Map(issues) });
  return points + 1;
}

/** The same where nothing keeps marks: what cannot be published now is left to the drain. */
export async function publishOrMark(
  ports: Ports,
  project: ProjectId,
  evaluations: readonly Evaluation[],
): Promise<number> {
  try {
    return await publish(ports, project, evaluations);
  } catch (error) {
    if (!(error instanceof JiraUnavailable)) throw error;
    ports.log.warn('published later', { reason: error.message });
    const at = ports.clock.now();
    for (const { issue } of evaluations.filter(publicationOf)) {
      await ports.dirtyIssues.mark({ issue, project, token: ports.ids.next(), at, by: 'event' });
    }
    await ports.drains.wake(project);
    return 0;
  }
}

/** Undefined where Jira shows what it should. */
export function publicationOf({
  issue,
  timers,
  shown,
}: Pick<Evaluation, 'issue' | 'timers' | 'shown'>): Publication | undefined {
  if (!shown) return undefined;
  const state = publishedState(timers);
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
