import type { LicenceState, SiteClock, SiteIdentity } from '../seams';
import { licenceDetails } from './licence';
import type { LicenceDetails } from './licence';
import type { Manifest } from './manifest';

/** The app as it is installed on this site: the names that Forge gives to things. Made up, but of the right form. */
export interface Installation {
  /** Major, minor and patch, such as `2.1.0`. */
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'PRODUCTION';
  /** UUID, and the ARI that ends with it. */
  readonly id: string;
  readonly ari: string;
  /** ARI of the site, which Forge calls the context of the installation. */
  readonly siteAri: string;
  /** Of this app on this site. */
  licence: LicenceState;
  /** What functions and pages are told of it; undefined for a free app. */
  license(): LicenceDetails | undefined;
  /** Another version of the app takes the place of the one before. */
  release(isMajor: boolean): void;
  /** The app was removed: when it comes again, that is another installation. */
  renew(): void;
  /** Forge's name for a module: what it calls `localId`. */
  moduleAri(moduleKey: string): string;
}

export function createInstallation(
  manifest: Manifest,
  identity: SiteIdentity,
  clock: Pick<SiteClock, 'now'>,
): Installation {
  const environmentId = '00000000-0000-4000-8000-0000000000e1';
  let number = 0xa1;
  let [major, minor] = [1, 0];
  return {
    get appVersion() {
      return `${major}.${minor}.0`;
    },
    environmentId,
    environmentType: 'PRODUCTION',
    get id() {
      return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
    },
    get ari() {
      return `ari:cloud:ecosystem::installation/${this.id}`;
    },
    siteAri: `ari:cloud:jira::site/${identity.cloudId}`,
    licence: 'free',
    license() {
      return licenceDetails(this.licence, clock.now());
    },
    release(isMajor) {
      [major, minor] = isMajor ? [major + 1, 0] : [major, minor + 1];
    },
    renew() {
      number += 1;
    },
    moduleAri: (moduleKey) =>
      `ari:cloud:ecosystem::extension/${manifest.appId}/${environmentId}/static/${moduleKey}`,
  };
}
