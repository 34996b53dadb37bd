import { events, view } from '@forge/bridge';
import * as v from 'valibot';

const contextSchema = v.object({
  moduleKey: v.string(),
  extension: v.object({
    gadget: v.object({ id: v.union([v.string(), v.number()]) }),
    entryPoint: v.optional(v.string()),
    gadgetConfiguration: v.optional(v.unknown()),
  }),
});

/** A gadget on somebody's dashboard. */
export interface GadgetHere {
  /** The key of its module. */
  readonly key: string;
  readonly id: string;
  /** Whether its settings are open. */
  readonly isEdited: boolean;
  /** What was saved last, whoever may have written it. */
  readonly configuration: unknown;
}

/**
 * @throws Error where the page stands on no dashboard.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-dashboard-gadget/
 */
export async function gadgetHere(): Promise<GadgetHere> {
  const { moduleKey: key, extension } = v.parse(contextSchema, await view.getContext());
  const { gadget, entryPoint, gadgetConfiguration: configuration } = extension;
  return { key, id: String(gadget.id), isEdited: entryPoint === 'edit', configuration };
}

/** Saves the settings of the gadget, which shows itself anew. @throws Error when Jira does not take them. */
export async function saveGadget(configuration: object): Promise<void> {
  await view.submit(configuration);
}

/** Leaves the settings as they were. */
export async function leaveSettings(): Promise<void> {
  await view.close();
}

const refreshSchema = v.object({ gadgetId: v.optional(v.union([v.string(), v.number()])) });

/**
 * Calls `refresh` when somebody has the gadget, or the dashboard, show what is new. Jira tells it to all gadgets of the app.
 * Returns what ends that.
 */
export function onGadgetRefresh(id: string, refresh: () => void): () => void {
  const subscribing = events.on('JIRA_DASHBOARD_GADGET_REFRESH', (event: unknown) => {
    const told = v.safeParse(refreshSchema, event);
    const meant = told.success ? told.output.gadgetId : undefined;
    if (meant === undefined || String(meant) === id) refresh();
  });
  return () => void subscribing.then((subscription) => subscription.unsubscribe());
}
