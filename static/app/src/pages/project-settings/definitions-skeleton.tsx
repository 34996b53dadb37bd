import Skeleton from '@atlaskit/skeleton';
import type { ReactElement } from 'react';
import styles from './project-settings.module.css';

/** A list to come. */
export function DefinitionsSkeleton({ label }: { readonly label?: string }): ReactElement {
  return (
    <div className={styles['section']} aria-busy="true">
      {label !== undefined && (
        <span className="visually-hidden" role="status">
          {label}
        </span>
      )}
      <Skeleton width="160px" height="24px" borderRadius="var(--ds-radius-small)" isShimmering />
      <Skeleton width="100%" height="160px" borderRadius="var(--ds-radius-small)" isShimmering />
    </div>
  );
}
