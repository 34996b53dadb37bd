import type { Context } from 'hono';
import * as v from 'valibot';
import { licenceStates } from '../forge/licence';
import type { Host } from './host';

const Wish = v.strictObject({ state: v.picklist(licenceStates) });

/** `{ "state": "inactive" }`; answers with the state that holds then. */
export async function setLicence({ forge }: Host, context: Context): Promise<Response> {
  const wish = v.safeParse(Wish, await context.req.json().catch(() => undefined));
  if (!wish.success) return context.json({ error: `state: one of ${licenceStates.join(', ')}` }, 400);
  forge.licence = wish.output.state;
  return context.json({ state: forge.licence });
}
