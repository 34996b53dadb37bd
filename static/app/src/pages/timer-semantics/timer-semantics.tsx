import { Suspense, type ReactElement } from 'react';
import { lazyPart } from '../../parts/lazy-part';
import { TIMER_SEMANTICS } from '../../platform/modal';
import type { PageContext } from '../../platform/page-context';

const Page = lazyPart(async () => (await import('./timer-semantics-page')).TimerSemanticsPage);

/** Whether a page was opened in a modal to say how timers count, instead of what it says elsewhere. */
export function saysHowTimersCount({ extension }: PageContext): boolean {
  return extension.modal?.page === TIMER_SEMANTICS;
}

/** How timers count; its text weighs on no other page. */
export function TimerSemantics(): ReactElement {
  return (
    <Suspense>
      <Page />
    </Suspense>
  );
}
