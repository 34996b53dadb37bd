import { view } from '@forge/bridge';
import * as v from 'valibot';

const contextSchema = v.object({
  locale: v.optional(v.string(), ''),
  timezone: v.optional(v.string(), ''),
  extension: v.object({
    issue: v.optional(v.object({ id: v.string() })),
    /** What the page was opened in a modal for. */
    modal: v.nullish(v.object({ page: v.optional(v.string()) })),
  }),
});

/** What Jira tells a page about its reader and the place where it stands. */
export type PageContext = v.InferOutput<typeof contextSchema>;

const accountSchema = v.object({ accountId: v.string() });

/** The account of whoever looks. @throws Error where Jira does not say. */
export async function accountHere(): Promise<string> {
  return v.parse(accountSchema, await view.getContext()).accountId;
}

export async function readPageContext(): Promise<PageContext> {
  return v.parse(contextSchema, await view.getContext());
}
