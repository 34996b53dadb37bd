import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import styles from './coverage.module.css';
import type { GapKind } from './gap-kinds';

/** As many as are shown before somebody wants to see all. */
const FIRST = 10;

export interface GapItem {
  readonly key: string;
  /** Leads to where it is mended. */
  readonly name: string;
  readonly mend: () => void;
  /** What else there is to say of it. */
  readonly more?: ReactNode;
}

interface Props {
  readonly kind: GapKind;
  readonly items: readonly GapItem[];
}

/** One kind of what falls through: how many, which, and where each is mended; nothing where there is none. */
export function Gap({ kind, items }: Props): ReactElement | null {
  const { messages } = useReader();
  const [isWhole, setIsWhole] = useState(false);
  if (items.length === 0) return null;
  return (
    <GapFrame kind={kind} count={items.length}>
      <ul className={styles['list']}>
        {(isWhole ? items : items.slice(0, FIRST)).map(({ key, name, mend, more }) => (
          <li key={key}>
            <TextButton onClick={mend}>{name}</TextButton>
            {more !== undefined && <span>{more}</span>}
          </li>
        ))}
      </ul>
      {!isWhole && items.length > FIRST && (
        <div>
          <TextButton onClick={() => setIsWhole(true)}>
            {messages.text('coverage.more', { count: items.length })}
          </TextButton>
        </div>
      )}
    </GapFrame>
  );
}

interface FrameProps {
  readonly kind: GapKind;
  readonly count: number;
  readonly children: ReactNode;
}

export function GapFrame({ kind, count, children }: FrameProps): ReactElement {
  const { messages } = useReader();
  const id = useId();
  return (
    <section className={styles['gap']} aria-labelledby={id}>
      <h3 id={id} className="subheading">
        {messages.text('coverage.heading', { name: messages.text(`coverage.gap.${kind}.name`), count })}
      </h3>
      <p className="note">{messages.text(`coverage.gap.${kind}.note`)}</p>
      {children}
    </section>
  );
}
