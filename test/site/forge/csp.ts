import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';
import type { Manifest } from './manifest';

/** Where browsers report violations to, on the origin of the app's pages. */
export const REPORT_PATH = '/__csp';

const processing = new CSPProcessingService({ info: () => undefined }, load);
const injection = new CSPInjectionService();

/**
 * The Content-Security-Policy that Forge's own service makes for a page in production, on this site's host. Only the
 * address for reports differs.
 *
 * @param html the page as the app built it
 * @param hostOrigin origin of the host page
 */
export function contentSecurityPolicy(html: string, manifest: Manifest, hostOrigin: string): string {
  const styles = manifest.permissions.content?.styles;
  const permissions = styles === undefined ? {} : { content: { styles: [...styles] } };
  return injection
    .getInjectableCSP({
      existingCSPDetails: processing.getCspDetails(html, permissions),
      microsEnv: 'prod',
      hostname: hostOrigin,
    })
    .map((directive) => (directive.startsWith('report-uri') ? `report-uri ${REPORT_PATH}` : directive))
    .join('; ');
}
