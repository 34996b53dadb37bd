import type { Context } from 'hono';
import * as v from 'valibot';
import { licenceStates } from '../forge/licence';
import type { Host } from './host';

const LicenceWish = v.strictObject({ state: v.picklist(licenceStates) });

/** `{ "state": "inactive" }`; answers with the state that holds then. */
export async function setLicence({ forge }: Host, context: Context): Promise<Response> {
  const wish = v.safeParse(LicenceWish, await context.req.json().catch(() => undefined));
  if (!wish.success) return context.json({ error: `state: one of ${licenceStates.join(', ')}` }, 400);
  forge.licence = wish.output.state;
  return context.json({ state: forge.licence });
}

const InstalledWish = v.strictObject({ installed: v.boolean() });

/** `{ "installed": false }` removes the app, `true` brings it back without its data; answers with what holds then. */
export async function setInstalled({ forge }: Host, context: Context): Promise<Response> {
  const wish = v.safeParse(InstalledWish, await context.req.json().catch(() => undefined));
  if (!wish.success) return context.json({ error: 'installed: true or false' }, 400);
  const { installed } = wish.output;
  if (installed !== forge.isInstalled) await (installed ? forge.install() : forge.uninstall());
  return context.json({ installed: forge.isInstalled });
}
