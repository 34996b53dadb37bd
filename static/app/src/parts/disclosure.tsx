import type { ComponentProps, ReactElement } from 'react';
import styles from './disclosure.module.css';

type Props = Omit<ComponentProps<'details'>, 'className' | 'title'> & {
  /** What is inside; it stands there while that is closed too. */
  readonly summary: string;
};

/** What only some readers want to see, below a line that opens and closes it. */
export function Disclosure({ summary, children, ...details }: Props): ReactElement {
  return (
    <details {...details} className={styles['disclosure']}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
