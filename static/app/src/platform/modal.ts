import { Modal } from '@forge/bridge';

/** What a page is told that stands in a modal of its own. */
export const TIMER_SEMANTICS = 'timer-semantics';

/**
 * Shows how timers count, in front of everything: the same page again, which sees in its context what it is there for.
 *
 * @param title of the modal, in the reader's language.
 */
export function openTimerSemantics(title: string): void {
  void new Modal({ size: 'large', title, context: { page: TIMER_SEMANTICS } }).open();
}
