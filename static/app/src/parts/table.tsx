import type { ReactElement, ReactNode } from 'react';
import styles from './table.module.css';

interface Props {
  /** What the table is of, for those who hear the page. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that scrolls sideways where the page is too narrow for it, with the keyboard too. */
export function Table({ label, children }: Props): ReactElement {
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['table']}>{children}</table>
    </div>
  );
}
