import { Suspense, type ComponentProps, type ReactElement } from 'react';
import { lazyPart } from '../../../parts/lazy-part';
import styles from '../issue-timers.module.css';

const CycleBreach = lazyPart(async () => (await import('./cycle-breach')).CycleBreach);

/** What people say of a breached cycle; its code comes only where there is one. */
export function TimerBreach(props: ComponentProps<typeof CycleBreach>): ReactElement {
  return (
    <Suspense fallback={<div className={styles['saidPlace']} />}>
      <CycleBreach {...props} />
    </Suspense>
  );
}
