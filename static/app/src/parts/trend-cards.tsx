import type { ReactElement, ReactNode } from 'react';
import styles from './trend-cards.module.css';

/** Trends side by side. */
export function TrendCards({ children }: { readonly children: ReactNode }): ReactElement {
  return <ul className={styles['cards']}>{children}</ul>;
}

interface CardProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** One of them, under the name of what it shows. */
export function TrendCard({ name, children }: CardProps): ReactElement {
  return (
    <li className={styles['card']}>
      <h4 className={styles['name']}>{name}</h4>
      {children}
    </li>
  );
}
