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

export async function readPageContext(): Promise<PageContext> {
  return v.parse(contextSchema, await view.getContext());
}
