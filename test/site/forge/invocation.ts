import * as v from 'valibot';
import type { Installation } from './installation';
import type { Manifest } from './manifest';
import type { RuntimeFacts } from './protocol';

export type FunctionKind = 'resolver' | 'dynamicProperties' | 'trigger' | 'consumer' | 'schedule';

export interface Invocation {
  readonly kind: FunctionKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** Whoever caused it; undefined for what the platform starts by itself. */
  readonly accountId: string | undefined;
  readonly payload: unknown;
}

const resolverCall = v.object({ call: v.object({ functionKey: v.string() }) });

/** The function's key; a function of a resolver has a name of its own. */
export function nameOf({ kind, functionKey, payload }: Invocation): string {
  const call = v.safeParse(resolverCall, payload);
  return kind === 'resolver' && call.success ? call.output.call.functionKey : functionKey;
}

/** What the SDK finds out about the invocation in which it runs. */
export function runtimeFacts(
  manifest: Manifest,
  installation: Installation,
  by: Invocation,
  id: number,
): RuntimeFacts {
  const license = installation.license();
  return {
    appId: manifest.appId,
    appVersion: installation.appVersion,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    invocationId: `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`,
    installationId: installation.id,
    installation: { ari: installation.ari, contexts: [installation.siteAri] },
    functionKey: by.functionKey,
    moduleKey: by.moduleKey,
    moduleType: by.moduleType,
    ...(license && { license }),
    permissions: { scopes: [...manifest.scopes], external: {} },
    contextAri: installation.siteAri,
    accountId: by.accountId,
  };
}
