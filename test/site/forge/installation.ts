import type { SiteIdentity } from '../seams';
import type { Manifest } from './manifest';

/** What Forge says of the app's licence; for who has none to buy, as in development, it says nothing. */
export interface License {
  readonly isActive: boolean;
}

/** The app as it is installed on this site: the names that Forge gives to things. Made up, but of the right form. */
export interface Installation {
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'PRODUCTION';
  /** UUID, and the ARI that ends with it. */
  readonly id: string;
  readonly ari: string;
  /** ARI of the site, which Forge calls the context of the installation. */
  readonly siteAri: string;
  license: License | undefined;
  /** Forge's name for a module: what it calls `localId`. */
  moduleAri(moduleKey: string): string;
}

export function createInstallation(manifest: Manifest, identity: SiteIdentity): Installation {
  const environmentId = '00000000-0000-4000-8000-0000000000e1';
  const id = '00000000-0000-4000-8000-0000000000a1';
  return {
    appVersion: '1.0.0',
    environmentId,
    environmentType: 'PRODUCTION',
    id,
    ari: `ari:cloud:ecosystem::installation/${id}`,
    license: undefined,
    siteAri: `ari:cloud:jira::site/${identity.cloudId}`,
    moduleAri: (moduleKey) =>
      `ari:cloud:ecosystem::extension/${manifest.appId}/${environmentId}/static/${moduleKey}`,
  };
}
