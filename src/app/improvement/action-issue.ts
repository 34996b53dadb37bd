import type { RevisionOf } from '../../domain/documents';
import { stateOf, type BoundIssue, type ImprovementAction } from '../../domain/improvement/improvement';
import { isIssueKey } from '../../domain/issue-key';
import { problem, type Problem } from '../../domain/problem';
import { JiraUnavailable, SomebodyElseSaves } from '../errors';
import type { Dispensable, Ports } from '../ports';
import { writeDown, type Writer } from '../write-down';

/** Which action, and what it was when somebody decided. */
export interface ActionSeen {
  readonly id: ImprovementAction['id'];
  readonly seen: number;
}

type Bound =
  | { readonly problems: readonly Problem[] }
  | {
      readonly id: ImprovementAction['id'];
      /** What Jira would not take with a new issue. */
      readonly leftOut: readonly Dispensable[];
    };

/**
 * Makes a Jira issue of an action, in the same project and as whoever calls, and binds it.
 *
 * @param issueType the id of its type.
 * @throws SomebodyElseSaves before anything is made.
 */
export async function createActionIssue(
  ports: Pick<Ports, 'records' | 'clock' | 'ids' | 'newIssues'>,
  writer: Writer,
  action: ActionSeen,
  issueType: string,
): Promise<Bound> {
  const own = await toBind(ports, writer, action);
  if ('problems' in own) return own;
  const { title: summary, description, owner: assignee, due } = own.doc;
  const wanted = { project: writer.project, issueType, summary, description, assignee, due };
  const made = await ports.newIssues.create(wanted).catch((error: unknown) => {
    // Whether it was made nobody knows then.
    if (error instanceof JiraUnavailable) return undefined;
    throw error;
  });
  if (!made) return { problems: [problem('improvement.jira-silent', '')] };
  if ('refused' in made) {
    const { refused: said } = made;
    return { problems: [problem(said ? 'improvement.jira-says' : 'improvement.jira-refuses', '', { said })] };
  }
  const { id, key, leftOut } = made;
  try {
    await bind(ports, writer, own, { id, key });
  } catch (error) {
    if (!(error instanceof SomebodyElseSaves)) throw error;
    return { problems: [problem('improvement.not-bound', '', { key })] };
  }
  return { id: own.doc.id, leftOut };
}

/** Binds an issue that is there already and that whoever calls may see. @throws SomebodyElseSaves, JiraUnavailable */
export async function bindActionIssue(
  ports: Pick<Ports, 'records' | 'clock' | 'ids' | 'readers'>,
  writer: Writer,
  action: ActionSeen,
  key: string,
): Promise<Bound> {
  const own = await toBind(ports, writer, action);
  if ('problems' in own) return own;
  const found = isIssueKey(key) ? await ports.readers.issue(key) : undefined;
  if (!found) return { problems: [problem('improvement.no-issue', 'key', { key })] };
  await bind(ports, writer, own, { id: found.id, key });
  return { id: own.doc.id, leftOut: [] };
}

/** Takes the issue away from an action; in Jira it stays. @throws SomebodyElseSaves */
export async function releaseActionIssue(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { id, seen }: ActionSeen,
): Promise<Bound> {
  const [own] = await ports.records.named(writer.project, 'action', [id]);
  const problems = problemsOf(own, seen);
  if (!own || problems.length > 0) return { problems };
  const { issue: _issue, ...doc } = own.doc;
  await writeDown(ports, writer, { kind: 'action', doc, seq: seen + 1 });
  return { id, leftOut: [] };
}

/** An action that may be given an issue. */
async function toBind(
  { records }: Pick<Ports, 'records'>,
  { project }: Writer,
  { id, seen }: ActionSeen,
): Promise<RevisionOf<'action'> | { readonly problems: readonly Problem[] }> {
  const [own] = await records.named(project, 'action', [id]);
  const problems = problemsOf(own, seen);
  if (!own || problems.length > 0) return { problems };
  return own.doc.issue
    ? { problems: [problem('improvement.has-issue', '', { key: own.doc.issue.key })] }
    : own;
}

function problemsOf(own: RevisionOf<'action'> | undefined, seen: number): Problem[] {
  if (!own) return [problem('improvement.unknown', '')];
  const state = stateOf(own.doc);
  if (state !== 'open' && state !== 'done') return [problem('improvement.settled', '', { state })];
  return own.seq === seen ? [] : [problem('record.newer', '')];
}

const bind = (
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  { doc, seq }: RevisionOf<'action'>,
  issue: BoundIssue,
): Promise<void> => writeDown(ports, writer, { kind: 'action', doc: { ...doc, issue }, seq: seq + 1 });
