import { view } from '@forge/bridge';

/** The part of Jira's address that is the page's own: what follows the address of the page, such as `/calendars`. */
export interface AddressBar {
  readonly path: string;
  readonly push: (path: string) => void;
  /** As `push`, but the way back does not lead to what is there now. */
  readonly replace: (path: string) => void;
  /** Hears of every move, also of the page's own. */
  readonly listen: (moved: (path: string) => void) => void;
}

/** @throws Error where Jira gives the page no address. */
export async function openAddressBar(): Promise<AddressBar> {
  const history = await view.createHistory();
  return {
    path: history.location.pathname,
    push: (path) => history.push(path),
    replace: (path) => history.replace(path),
    listen: (moved) => void history.listen(({ pathname }) => moved(pathname)),
  };
}
