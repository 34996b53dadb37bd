import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsCall } from './settings-call';

/** The function of the app's settings page that takes a definitions file. */
const importFunction = 'importDefinitions';

/**
 * Posts `definitions.json`, if it is there, to the app's own import, as the project administrator would on the settings
 * page. The app treats it as it would any import.
 * @throws Error with the app's words when it refuses.
 */
export async function importDefinitions(root: string, call: SettingsCall): Promise<void> {
  const file = join(root, 'test/site/sample/definitions.json');
  if (!existsSync(file)) return;
  const answer = await call(importFunction, { file: readFileSync(file, 'utf8') }).catch((error: unknown) => {
    throw new Error(`The app refused the sample’s definitions: ${String(error)}`, { cause: error });
  });
  if (!isYes(answer)) throw new Error(`The app refused the sample’s definitions: ${JSON.stringify(answer)}`);
}

/** The app answers `{ ok: true, … }` when it has taken the file, and says what is wrong with it otherwise. */
function isYes(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}
