// @ts-check
import { Socket } from 'node:net';

/**
 * Shuts the way out, before any of the app's code is loaded. The site knows no declared egress (the manifest may not
 * ask for any), so there is nothing to let through; Jira and the platform are reached by messages, not by sockets.
 */
export function forbidEgress() {
  globalThis.fetch = async (input) => {
    throw notAllowed(input instanceof Request ? input.url : String(input));
  };
  Socket.prototype.connect = () => {
    throw notAllowed('a socket');
  };
}

/** @param {string} target */
function notAllowed(target) {
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${target}. ` +
      'Visit go.atlassian.com/forge-egress for more information.',
  );
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  return Object.assign(error, { status: 403 });
}
