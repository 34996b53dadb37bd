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
  /** For what is read rather than answered. */
  readonly isWide?: boolean;
  /** Called when the reader presses Escape. */
  readonly close: () => void;
}

/** Room above for what the reader has just looked at. */
const ABOVE_PX = 80;
/** Room below for its shadow: what lies outside the frame nobody can press. */
const BELOW_PX = 16;
/** What a browser keeps free around a modal dialog before it makes it scroll (6px + 2em), and some for its shadow. */
const AROUND_PX = 64;

/**
 * Asks something before anything else can be done. The page's frame is as tall as the page, so the dialog stands where the
 * reader is, and not in the middle of the frame, which they may not see.
 */
export function Dialog({ title, children, close, isWide = false }: Props): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    if (!shown) return undefined;
    const wanted = (opener?.getBoundingClientRect().top ?? 0) - ABOVE_PX;
    const page = shown.closest<HTMLElement>('body > *');
    const place = (): void => {
      // A page that is shorter than the dialog would have a frame in which that does not fit.
      if (page) page.style.minBlockSize = `${shown.scrollHeight + AROUND_PX}px`;
      const lowest = window.innerHeight - shown.offsetHeight - BELOW_PX;
      shown.style.insetBlockStart = `${Math.max(0, Math.min(wanted, lowest))}px`;
    };
    shown.showModal();
    place();
    // An error within, or the frame that follows what is still loading, changes how much room there is.
    const changes = new ResizeObserver(place);
    changes.observe(shown);
    window.addEventListener('resize', place);
    return () => {
      changes.disconnect();
      window.removeEventListener('resize', place);
      page?.style.removeProperty('min-block-size');
      shown.close();
    };
  }, []);

  const cancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    close();
  };
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      data-wide={isWide || undefined}
      aria-labelledby={id}
      onCancel={cancel}
    >
      <div className={styles['body']}>
        <h2 id={id} className="subheading">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
