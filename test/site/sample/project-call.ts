import type { Project, User } from '../jira/model';
import { moduleTypes } from '../pages/module-types';
import { projectReference } from '../pages/place';
import type { Forge, Visitor } from '../seams';
import { isYes } from './settings-call';

/** A function of the app's project page, called by somebody as the page would call it. */
export type ProjectCall = (caller: User, functionKey: string, payload: object) => Promise<unknown>;

/**
 * Gives what the app answers.
 * @param pass lets some of the site's time pass before each call, as people do: the platform bounds what is asked in a second.
 * @throws Error when the app has no such page; one that says who was refused what, and why, when it refuses.
 */
export function projectCallOf(forge: Forge, project: Project, pass: () => Promise<void>): ProjectCall {
  const [page] = forge.modules(moduleTypes.projectPage, 'en-US');
  if (page === undefined) throw new Error('The app has no project page.');
  const extension = { type: moduleTypes.projectPage, project: projectReference(project) };
  return async ({ accountId, displayName, timeZone }, functionKey, payload) => {
    const visitor: Visitor = { accountId, displayName, timeZone, locale: 'en-US', theme: 'light' };
    const refused = (why: string, cause?: unknown) =>
      new Error(`The app refused ${displayName} ${functionKey} (${JSON.stringify(payload)}): ${why}`, {
        cause,
      });
    await pass();
    const answer: unknown = await forge
      .bridge('invoke', { functionKey, payload }, visitor, { moduleKey: page.key, extension })
      .catch((error: unknown) => {
        throw refused(String(error), error);
      });
    if (!isYes(answer)) throw refused(JSON.stringify(answer));
    return answer.value;
  };
}
