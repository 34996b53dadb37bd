import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project, User } from '../jira/model';
import { settingsExtension, settingsModuleType } from '../pages/place';
import type { Forge, Visitor } from '../seams';

/** All that the seeder knows of the app: which function of its settings page takes a definitions file, and its yes. */
const importFunction = 'importDefinitions';

/**
 * Posts `definitions.json`, if it is there, to the app's own import, as the project administrator would on the settings
 * page. The app treats it as it would any import.
 * @throws Error with the app's words when it refuses.
 */
export async function importDefinitions(
  root: string,
  forge: Forge,
  project: Project,
  administrator: User,
): Promise<void> {
  const file = join(root, 'test/site/sample/definitions.json');
  if (!existsSync(file)) return;
  const [settings] = forge.modules(settingsModuleType, 'en-US');
  if (settings === undefined)
    throw new Error('The app has no project settings page to import definitions on.');
  const { accountId, displayName, timeZone } = administrator;
  const visitor: Visitor = { accountId, displayName, timeZone, locale: 'en-US', theme: 'light' };
  const place = { moduleKey: settings.key, extension: settingsExtension(project) };
  const command = { functionKey: importFunction, payload: { file: readFileSync(file, 'utf8') } };
  const answer = await forge.bridge('invoke', command, visitor, place).catch((error: unknown) => {
    throw new Error(`The app refused the sample’s definitions: ${String(error)}`, { cause: error });
  });
  if (!isYes(answer)) throw new Error(`The app refused the sample’s definitions: ${JSON.stringify(answer)}`);
}

/** The app answers `{ ok: true, … }` when it has taken the file, and says what is wrong with it otherwise. */
function isYes(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}
