import * as v from 'valibot';
import { NeedsAuthenticationError } from '@forge/api';
import { makeResolver } from '@forge/resolver';
import { PageUnknown, QuotaUsedUp, SomebodyElseSaves } from '../app/errors';
import { mayMonitor } from '../app/breaches/may-monitor';
import { holdWork } from '../app/hold';
import type { AccountId, IssueId, Ports, ProjectId } from '../app/ports';
import { problem, type Problem } from '../domain/problem';
import { describe, isJira } from './failure';
import type { Answer, Refusal, Refused } from '../contract/answer';
import { jiraIdSchema as id } from '../contract/primitives';
import { fileProblems } from '../contract/problems';
import { projectSchema } from '../contract/repairs';
import { resolverApi, type Call, type ValueOf } from '../contract/resolver-api';

/**
 * What a call needs. Who sees an issue or a project page was let in by Jira, which signed the place into the context;
 * whatever writes, and whatever is about the whole site, is asked of Jira as the person who calls (P5, design §5). Whoever
 * administers Jira may name any project; a gadget stands on no project's page, so it names one that is then asked of Jira as
 * the person who looks. To monitor, somebody is named by an agreement, has Jira's permission for it, or administers the
 * project.
 */
export type Capability =
  | 'see-issue'
  | 'comment'
  | 'see-project'
  | 'see-named-project'
  | 'edit'
  | 'monitor'
  | 'configure'
  | 'administer';

/**
 * Where and by whom a call is made, from the context that the platform signed; never from the payload, but for the project
 * of whoever needs `see-named-project`.
 */
export interface Place {
  readonly account: AccountId;
  /** Empty on pages of the whole site. */
  readonly project: ProjectId;
  /** The issue that the page stands on; empty on pages of a project. */
  readonly issue: IssueId;
}

/** A resolver function. None can be registered that does not say what it needs and whether it writes. */
export interface ResolverFunction<Name extends Call> {
  readonly needs: Capability;
  /** While the app's licence is inactive nothing is written for anybody. */
  readonly does: 'read' | 'write';
  readonly run: (
    place: Place,
    payload: v.InferOutput<(typeof resolverApi)[Name]['payload']>,
  ) => Promise<Answer<ValueOf<Name>>>;
}

export type ResolverFunctions = { readonly [Name in Call]: ResolverFunction<Name> };

const contextSchema = v.object({
  accountId: v.pipe(v.string(), v.nonEmpty()),
  /** Of modules that let in people without a licence for Jira: who they are. This app has no such module. */
  accountType: v.nullish(v.literal('licensed')),
  extension: v.object({
    project: v.exactOptional(v.object({ id })),
    issue: v.exactOptional(v.object({ id })),
  }),
  license: v.nullish(v.object({ isActive: v.nullish(v.boolean()), active: v.nullish(v.boolean()) })),
});

const namingSchema = v.object({ project: projectSchema });

function projectNamed(payload: unknown): ProjectId | undefined {
  const naming = v.safeParse(namingSchema, payload);
  return naming.success ? naming.output.project : undefined;
}

type Licence = v.InferOutput<typeof contextSchema>['license'];

/**
 * Forge names no licence where nobody needs one, as in development, and has two names for whether it is active.
 * @see https://developer.atlassian.com/platform/forge/function-reference/arguments/
 */
const isInactive = (licence: Licence): boolean => licence?.isActive === false || licence?.active === false;

/** A page shows at most so many problems, and an answer may have at most 5 MB. */
const MOST_PROBLEMS = 100;

/** Of what somebody wrote a page shows at most so many characters. */
const LONGEST_TEXT = 1_000;

export function refuse(refusal: Refusal, problems: Refused['problems'] = []): Refused {
  const rest = problems.length - MOST_PROBLEMS;
  const more = rest > 0 ? [problem('file.more', '', { count: String(rest) })] : [];
  return { ok: false, refusal, problems: [...problems.slice(0, MOST_PROBLEMS).map(shortened), ...more] };
}

function shortened({ code, path, details }: Problem): Problem {
  const entries = Object.entries(details).map(([name, text]) => [name, cut(text)] as const);
  return { code, path: cut(path), details: Object.fromEntries(entries) };
}

const cut = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);

/** The functions that pages call. Names that are not among them, inherited ones too, are nobody's to call. */
export function guardedResolver(ports: Ports, functions: ResolverFunctions): ReturnType<typeof makeResolver> {
  const names = Object.keys(functions) as Call[];
  const answer = makeResolver(
    Object.fromEntries(names.map((name) => [name, guarded(ports, name, functions)])),
  );
  return async (invocation, runtime) =>
    Object.hasOwn(functions, invocation.call.functionKey)
      ? answer(invocation, runtime)
      : refuse('not-allowed');
}

/**
 * Checks the capability and the licence, parses what came, runs the use case, and turns whatever fails into an answer that
 * the page can say in its reader's language.
 */
function guarded<Name extends Call>(ports: Ports, name: Name, functions: ResolverFunctions) {
  const { needs, does, run } = functions[name];
  const schema: v.GenericSchema<unknown, v.InferOutput<(typeof resolverApi)[Name]['payload']>> = resolverApi[
    name
  ].payload;
  return async (request: { payload: unknown; context: unknown }): Promise<Answer<ValueOf<Name>>> => {
    const ended = ports.usage.runs();
    try {
      const context = v.safeParse(contextSchema, request.context);
      if (!context.success) return refuse('not-allowed');
      const { accountId: account, extension, license } = context.output;
      const { project, issue } = extension;
      const meant = needs === 'see-named-project' ? projectNamed(request.payload) : project?.id;
      const place = { account, project: meant ?? '', issue: issue?.id ?? '' };
      if (!(await isAllowed(ports, needs, place))) return refuse('not-allowed');
      if (does === 'write' && isInactive(license)) return refuse('unlicensed');

      const payload = v.safeParse(schema, request.payload);
      if (!payload.success) return refuse('bad-input', fileProblems(payload.issues));
      return await run(place, payload.output);
    } catch (error) {
      if (error instanceof QuotaUsedUp) await holdWork(ports, error);
      return refusalFor(ports, name, error);
    } finally {
      ended();
    }
  };
}

async function isAllowed(ports: Ports, capability: Capability, place: Place): Promise<boolean> {
  const { rights } = ports;
  switch (capability) {
    case 'see-issue':
      return place.issue !== '' && place.project !== '';
    case 'comment':
      return place.issue !== '' && place.project !== '' && rights.mayComment(place.issue);
    case 'see-project':
      return place.project !== '';
    case 'see-named-project':
      return place.project !== '' && rights.mayBrowse(place.project, place.account);
    case 'edit':
      return place.project !== '' && rights.mayEdit(place.project);
    case 'monitor':
      return place.project !== '' && mayMonitor(ports, place.project, place.account);
    case 'configure':
      return place.project !== '' && rights.mayConfigure(place.project);
    case 'administer':
      return rights.mayAdminister(place.account);
  }
}

function refusalFor({ log }: Ports, call: string, error: unknown): Refused {
  // Only the platform can ask the person to let the app act for them, and it does when this reaches it.
  if (error instanceof NeedsAuthenticationError) throw error;
  if (error instanceof SomebodyElseSaves) return refuse('busy');
  if (error instanceof PageUnknown) return refuse('bad-input');
  log.warn('call failed', { call, error: describe(error) });
  return refuse(isJira(error) ? 'jira-unavailable' : 'failed');
}
