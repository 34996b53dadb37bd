import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isYes, type SettingsCall } from './settings-call';

/** The function of the app's settings page that takes a definitions file. */
const importFunction = 'importDefinitions';

/**
 * Posts `definitions.json`, if it is there, to the app's own import, as the project administrator would on the settings
 * page. The app treats it as it would any import.
 * @param isWhole with all that is in it; without, what rests on a catalogue is left out.
 * @throws Error with the app's words when it refuses.
 */
export async function importDefinitions(root: string, call: SettingsCall, isWhole: boolean): Promise<void> {
  const path = join(root, 'test/site/sample/definitions.json');
  if (!existsSync(path)) return;
  const text = readFileSync(path, 'utf8');
  const file = isWhole ? text : withoutCatalogue(text);
  const answer = await call(importFunction, { file }).catch((error: unknown) => {
    throw new Error(`The app refused the sample’s definitions: ${String(error)}`, { cause: error });
  });
  if (!isYes(answer)) throw new Error(`The app refused the sample’s definitions: ${JSON.stringify(answer)}`);
}

/** What of a definitions file rests on its catalogue, and how people work with its agreements. */
interface Definitions {
  readonly services?: unknown;
  readonly agreements: readonly {
    readonly metrics: readonly unknown[];
    readonly services?: unknown;
    readonly details?: unknown;
    readonly periodicTargets?: readonly { readonly metric?: string; readonly measure: string }[];
  }[];
}

/** The file with hours and targets alone: of timers, and of what somebody enters. */
export function withoutCatalogue(text: string): string {
  const { services: _catalogue, agreements, ...file } = JSON.parse(text) as Definitions;
  const bare = agreements
    .filter(({ metrics }) => metrics.length > 0)
    .map(({ services: _services, details: _details, periodicTargets, ...agreement }) => ({
      ...agreement,
      periodicTargets: periodicTargets?.filter(
        ({ metric, measure }) => metric !== undefined || measure === 'cost',
      ),
    }));
  return JSON.stringify({ ...file, agreements: bare });
}
