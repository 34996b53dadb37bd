import type { Context } from 'hono';
import * as v from 'valibot';
import { dashboardFor } from '../jira/dashboards';
import type { Caller, ModulePlace } from '../seams';
import { targetAddress } from './addresses';
import type { Host } from './host';
import { placeOf } from './place';
import { visitorOf } from './visitor';

const Body = v.object({
  /** Path and query of the page of the site that holds the frame. Whatever else it says of itself is not looked at. */
  page: v.pipe(v.string(), v.startsWith('/')),
  moduleKey: v.string(),
  slot: v.optional(v.string()),
  command: v.string(),
  payload: v.optional(v.unknown()),
});

/** A command of a page that stands where it says. */
interface Command {
  readonly host: Host;
  readonly place: ModulePlace;
  readonly caller: Caller;
  readonly payload: unknown;
}

/** What the site answers itself, since Forge knows nothing of it; undefined when it has no answer. */
const siteCommands: Readonly<Record<string, (command: Command) => unknown>> = {
  submit: submitGadget,
  getUrl: ({ host, payload }) => targetAddress(host, v.parse(Target, payload)),
};

const Target = v.looseObject({ target: v.string() });

/**
 * One bridge command of a page of the app. Answers `{ ok: true, result }` or `{ ok: false, error }`, and 403 when the
 * visitor may not be where the page says it is.
 */
export async function answerBridge(host: Host, context: Context): Promise<Response> {
  const body = v.safeParse(Body, await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ ok: false, error: 'This is no bridge command.' }, 400);
  const { page, moduleKey, slot, command, payload } = body.output;
  const visitor = visitorOf(host, context);
  const caller: Caller = { kind: 'user', accountId: visitor.accountId };
  const place = placeOf(host, { page, moduleKey, ...(slot !== undefined && { slot }) }, caller);
  if (place === undefined) return context.json({ ok: false, error: 'You may not see this page.' }, 403);
  try {
    const own = siteCommands[command]?.({ host, place, caller, payload });
    const result = own ?? (await host.forge.bridge(nameOf(command, payload), payload, visitor, place));
    return context.json({ ok: true, result });
  } catch (error) {
    return context.json({ ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

/** Forge refuses by name; of a target for which the site has no page, the name says which. */
function nameOf(command: string, payload: unknown): string {
  return command === 'getUrl' ? `getUrl of ${v.parse(Target, payload).target}` : command;
}

const EditedGadget = v.object({
  dashboard: v.object({ id: v.string() }),
  gadget: v.object({ id: v.string() }),
  entryPoint: v.literal('edit'),
});

const Configuration = v.record(v.string(), v.unknown());

/**
 * Keeps what a gadget's edit page submits as the gadget's configuration. False, which makes the SDK throw, for every
 * other page: there is nothing to submit.
 * @throws Error when `refresh`, the minutes between two refreshes, is no positive whole number.
 */
function submitGadget({ host, place, caller, payload }: Command): boolean {
  const edited = v.safeParse(EditedGadget, place.extension);
  if (!edited.success) return false;
  const { dashboard, gadget } = edited.output;
  const found = dashboardFor(host.jira.store, caller, dashboard.id)?.gadgets.find(
    ({ id }) => id === gadget.id,
  );
  if (found === undefined) return false;
  const configuration = v.parse(Configuration, payload);
  const { refresh } = configuration;
  if (refresh !== undefined && (!Number.isInteger(refresh) || Number(refresh) < 1))
    throw new Error('refresh is a positive whole number of minutes');
  found.configuration = configuration;
  return true;
}
