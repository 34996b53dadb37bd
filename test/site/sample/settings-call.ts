import type { Project, User } from '../jira/model';
import { settingsExtension, settingsModuleType } from '../pages/place';
import type { Forge, Visitor } from '../seams';

/** A function of the app's settings page, called as the page would call it. */
export type SettingsCall = (functionKey: string, payload: object) => Promise<unknown>;

/**
 * Calls as that administrator, on the project's settings page.
 * @throws Error when the app has no such page.
 */
export function settingsCallOf(forge: Forge, project: Project, administrator: User): SettingsCall {
  const [settings] = forge.modules(settingsModuleType, 'en-US');
  if (settings === undefined) throw new Error('The app has no project settings page.');
  const { accountId, displayName, timeZone } = administrator;
  const visitor: Visitor = { accountId, displayName, timeZone, locale: 'en-US', theme: 'light' };
  const place = { moduleKey: settings.key, extension: settingsExtension(project) };
  return (functionKey, payload) => forge.bridge('invoke', { functionKey, payload }, visitor, place);
}

/** The app answers `{ ok: true, … }` when it has done what it was asked for, and says what is wrong otherwise. */
export function isYes(answer: unknown): answer is { readonly ok: true; readonly value?: unknown } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}
