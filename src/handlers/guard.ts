import * as v from 'valibot';
import { JiraUnavailable, SomebodyElseSaves } from '../app/errors';
import type { AccountId, IssueId, Ports, ProjectId } from '../app/ports';
import type { Answer, Refusal, Refused } from '../contract/answer';
import { fileProblems } from '../contract/problems';
import { resolverApi, type Call, type PayloadOf, type ValueOf } from '../contract/resolver-api';

/**
 * What a call needs. Who sees an issue or a project page was let in by Jira, which signed the place into the context;
 * whatever writes is asked of Jira as the person who calls (P5, design §5).
 */
export type Capability = 'see-issue' | 'configure';

/** Where and by whom a call is made, from the context that the platform signed; never from the payload. */
export interface Place {
  readonly account: AccountId;
  readonly project: ProjectId;
  /** The issue that the page stands on; empty on pages of a project. */
  readonly issue: IssueId;
}

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,18}$/));

const contextSchema = v.object({
  accountId: v.string(),
  extension: v.object({ project: v.object({ id }), issue: v.exactOptional(v.object({ id })) }),
});

export function refuse(refusal: Refusal, problems: Refused['problems'] = []): Refused {
  return { ok: false, refusal, problems };
}

/**
 * A resolver function: parses what came, checks the capability, runs the use case, and turns whatever fails into an
 * answer that the page can say in its reader's language.
 */
export function guarded<Name extends Call>(
  ports: Ports,
  name: Name,
  capability: Capability,
  run: (
    place: Place,
    payload: v.InferOutput<(typeof resolverApi)[Name]['payload']>,
  ) => Promise<Answer<ValueOf<Name>>>,
) {
  return async (request: { payload: PayloadOf<Name>; context: unknown }): Promise<Answer<ValueOf<Name>>> => {
    try {
      const context = v.safeParse(contextSchema, request.context);
      if (!context.success) return refuse('not-allowed');
      const { accountId: account, extension } = context.output;
      const place = { account, project: extension.project.id, issue: extension.issue?.id ?? '' };
      if (!(await isAllowed(ports, capability, place))) return refuse('not-allowed');

      const schema: v.GenericSchema<
        unknown,
        v.InferOutput<(typeof resolverApi)[Name]['payload']>
      > = resolverApi[name].payload;
      const payload = v.safeParse(schema, request.payload);
      if (!payload.success) return refuse('bad-input', fileProblems(payload.issues));
      return await run(place, payload.output);
    } catch (error) {
      return refusalFor(ports, name, error);
    }
  };
}

async function isAllowed({ rights }: Ports, capability: Capability, place: Place): Promise<boolean> {
  switch (capability) {
    case 'see-issue':
      return place.issue !== '';
    case 'configure':
      return rights.mayConfigure(place.project);
  }
}

function refusalFor({ log }: Ports, call: string, error: unknown): Refused {
  if (error instanceof SomebodyElseSaves) return refuse('busy');
  const known = error instanceof JiraUnavailable;
  log.warn(known ? 'Jira unavailable' : 'call failed', { call, error: nameOf(error) });
  return refuse(known ? 'jira-unavailable' : 'failed');
}

/** Messages of our own errors name operations only; others may hold what a user wrote, so only their kind is told. */
function nameOf(error: unknown): string {
  if (error instanceof JiraUnavailable) return error.message;
  return error instanceof Error ? error.name : typeof error;
}
