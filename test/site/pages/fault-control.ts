import type { Context } from 'hono';
import type { Host } from './host';

/** Adds a fault (see forge/fault-rules.ts) and answers with all that last. */
export async function addFault({ forge }: Host, context: Context): Promise<Response> {
  try {
    forge.faults.add(await context.req.json());
    return context.json({ rules: forge.faults.rules });
  } catch (error) {
    return context.json({ error: error instanceof Error ? error.message : String(error) }, 400);
  }
}

/** The faults that last, each with how many it has hit. */
export function showFaults({ forge }: Host, context: Context): Response {
  return context.json({ rules: forge.faults.rules });
}

export function clearFaults({ forge }: Host, context: Context): Response {
  forge.faults.clear();
  return context.json({ rules: [] });
}
