import * as v from 'valibot';
import type { DynamicProperties, ModulePlace, SiteIdentity, Visitor } from '../seams';
import type { FunctionLog } from './function-log';
import type { Functions } from './functions';
import type { Manifest } from './manifest';
import { statusShape } from './page-modules';

export interface DynamicPropertiesOptions {
  readonly manifest: Manifest;
  readonly functions: Functions;
  readonly identity: SiteIdentity;
  readonly log: FunctionLog;
}

const answer = v.object({ status: v.exactOptional(statusShape) });

/**
 * Calls the function that a module names for its dynamic properties, with the payload of the documentation. That it may act
 * as the visitor is a guess, and so is that a wrong answer counts as none.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#dynamic-properties
 */
export function createDynamicProperties({ manifest, functions, identity, log }: DynamicPropertiesOptions) {
  return async (visitor: Visitor, place: ModulePlace): Promise<DynamicProperties | undefined> => {
    const module = manifest.pages.find(({ key }) => key === place.moduleKey);
    if (module?.dynamicProperties === undefined) return undefined;
    const functionKey = module.dynamicProperties;
    const said = await functions
      .invoke({
        kind: 'dynamicProperties',
        functionKey,
        moduleKey: module.key,
        moduleType: module.type,
        accountId: visitor.accountId,
        payload: { cloudId: identity.cloudId, extension: place.extension },
      })
      // In the log already.
      .catch(() => undefined);
    const parsed = v.safeParse(answer, said);
    if (parsed.success) return parsed.output;
    if (said !== undefined)
      log.write(functionKey, 'error', 'These are no dynamic properties that Jira knows');
    return undefined;
  };
}
