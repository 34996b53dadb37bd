import type { ComponentProps, ReactElement } from 'react';
import styles from './text-button.module.css';

/** A quiet button among small text. Atlaskit's own would be taller than the line that it stands in. */
export function TextButton(props: Omit<ComponentProps<'button'>, 'type' | 'className'>): ReactElement {
  return <button {...props} type="button" className={styles['button']} />;
}
