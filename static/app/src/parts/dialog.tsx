import {
  useId,
  useLayoutEffect,
  useRef,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import styles from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Called when the reader presses Escape. */
  readonly close: () => void;
}

/** Room above for what the reader has just looked at. */
const ABOVE_PX = 80;
/** Room below for its shadow: what lies outside the frame nobody can press. */
const BELOW_PX = 16;

/**
 * Asks something before anything else can be done. The page's frame is as tall as the page, so the dialog stands where the
 * reader is, and not in the middle of the frame, which they may not see.
 */
export function Dialog({ title, children, close }: Props): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    if (!shown) return undefined;
    const wanted = (opener?.getBoundingClientRect().top ?? 0) - ABOVE_PX;
    shown.showModal();
    const lowest = window.innerHeight - shown.offsetHeight - BELOW_PX;
    shown.style.insetBlockStart = `${Math.max(0, Math.min(wanted, lowest))}px`;
    return () => shown.close();
  }, []);

  const cancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={id} onCancel={cancel}>
      <div className={styles['body']}>
        <h2 id={id} className="subheading">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
