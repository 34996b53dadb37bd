import { router } from '@forge/bridge';

/** Loads the Jira page again that this page stands in, and with it the app's latest version. */
export function reloadJiraPage(): void {
  void router.reload();
}
