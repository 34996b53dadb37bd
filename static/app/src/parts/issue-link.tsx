import type { MouseEvent, ReactElement } from 'react';
import { openPage, type IssueAddress } from '../platform/site-names';
import styles from './text-button.module.css';

interface Props {
  readonly address: IssueAddress | undefined;
  /** What stands there while the key is not known, or kept back. */
  readonly otherwise: string;
}

/** Leads to an issue. Jira lets no page of an app open a window but by its own router. */
export function IssueLink({ address, otherwise }: Props): ReactElement {
  if (!address) return <>{otherwise}</>;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    openPage(address.url);
  };
  return (
    <a href={address.url} className={styles['button']} onClick={open}>
      {address.key}
    </a>
  );
}
