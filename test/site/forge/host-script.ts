import { browserScript } from './browser-script';

/**
 * The script that host pages include, from their own origin. It answers the commands of every
 * `iframe[data-forge-frame]` on the page; browser/host.mjs tells the attributes and what `window.forgeHost` offers.
 */
export function hostScript(): string {
  return browserScript(
    ['frames.mjs', 'flags.mjs', 'modals.mjs', 'host-history.mjs', 'host.mjs'],
    'startHost();',
  );
}
