import { lazy, Suspense, type ComponentProps, type ReactElement } from 'react';

const CycleBreach = lazy(async () => ({ default: (await import('./cycle-breach')).CycleBreach }));

/** What people say of a breached cycle; its code comes only where there is one. */
export function TimerBreach(props: ComponentProps<typeof CycleBreach>): ReactElement {
  return (
    <Suspense>
      <CycleBreach {...props} />
    </Suspense>
  );
}
