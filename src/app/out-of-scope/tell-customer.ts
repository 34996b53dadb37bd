import { tellingProblems, type OutOfScope } from '../../domain/out-of-scope/out-of-scope';
import { problem, type Problem } from '../../domain/problem';
import { JiraUnavailable, SomebodyElseSaves } from '../errors';
import type { IssueId, Ports, ReplySent } from '../ports';
import { writeDown, type Writer } from '../write-down';
import { coverProblems, writtenOf } from './serve-anyway';

type Needed = Pick<Ports, 'records' | 'clock' | 'ids' | 'timers' | 'replies'>;

/** What somebody sends, and what was written down of the issue when they did; 0 for nothing. */
export interface Telling {
  readonly issue: IssueId;
  readonly seen: number;
  readonly text: string;
}

/**
 * Tells the customer, as whoever calls, that no agreement covers their issue (M5): once. Who sends is written down first, so
 * that nobody else does; where it stays unknown whether Jira took it, the next to send has the issue looked at before.
 *
 * @throws SomebodyElseSaves before anything is sent.
 */
export async function tellCustomer(
  ports: Needed,
  writer: Writer,
  { issue, seen, text }: Telling,
): Promise<readonly Problem[]> {
  const { project, actor: by } = writer;
  const own = await writtenOf(ports, project, issue);
  const { told, sending } = own?.doc ?? {};
  // Whoever did not hear that it was sent sends once more.
  if (told?.by === by && told.text === text) return [];
  const at = ports.clock.now();
  const problems = tellingProblems(own?.doc, text, at);
  if (problems.length > 0) return problems;
  if ((own?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const covered = await coverProblems(ports, project, issue);
  if (covered.length > 0) return covered;

  if (sending && (await ports.replies.isThere(issue, issue))) return keep(ports, writer, issue, sending);
  const act = { by, at, text };
  const doc = { found: { by, at }, ...own?.doc, id: issue, sending: act };
  await writeDown(ports, writer, { kind: 'out-of-scope', doc, seq: seen + 1 });
  const sent = await sendIt(ports, issue, text);
  if (!sent) return [problem('scope.jira-silent', '')];
  if ('sent' in sent) return keep(ports, writer, issue, act);
  await keep(ports, writer, issue, undefined);
  const { refused: said } = sent;
  return [problem(said ? 'scope.jira-says' : 'scope.jira-refuses', '', { said })];
}

/** Undefined where nobody knows whether it was sent. */
async function sendIt({ replies }: Needed, issue: IssueId, text: string): Promise<ReplySent | undefined> {
  return replies.send(issue, issue, text).catch((error: unknown) => {
    if (error instanceof JiraUnavailable) return undefined;
    throw error;
  });
}

/** As often as others may have written down something else of the issue while it was sent. */
const TRIES = 3;

/** Writes down what was sent; undefined: nothing was. */
async function keep(
  ports: Needed,
  writer: Writer,
  issue: IssueId,
  told: OutOfScope['told'],
): Promise<readonly Problem[]> {
  for (let left = TRIES; ; left -= 1) {
    const own = await writtenOf(ports, writer.project, issue);
    if (!own) return [problem('scope.unknown', '')];
    const { sending: _sending, ...rest } = own.doc;
    const doc = { ...rest, ...(told && { told }) };
    try {
      await writeDown(ports, writer, { kind: 'out-of-scope', doc, seq: own.seq + 1 });
      return [];
    } catch (error) {
      if (!(error instanceof SomebodyElseSaves) || left <= 1) throw error;
    }
  }
}
