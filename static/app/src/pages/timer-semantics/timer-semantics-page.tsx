import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FailureNotice } from '../../parts/failure-notice';
import { useReader } from '../../parts/reader-context';
import { loadTimerSemantics, type TimerSemantics } from '../../text/timer-semantics';
import styles from './timer-semantics.module.css';

type Block = TimerSemantics['sections'][number]['body'][number];

/** How timers count, for those who live by them: every rule in plain words, with a case worked out. */
export function TimerSemanticsPage(): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { data, error, refetch } = useQuery({
    queryKey: ['timer-semantics', reader.locale],
    queryFn: () => loadTimerSemantics(reader),
  });
  return (
    <div className={styles['page']} aria-busy={!data && !error}>
      {/* Jira itself shows the title above the page. */}
      <h1 className="visually-hidden">{messages.text('semantics.title')}</h1>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('semantics.failed')} />
      )}
      {data && <Rules of={data} />}
    </div>
  );
}

function Rules({ of: { intro, sections } }: { readonly of: TimerSemantics }): ReactElement {
  const { messages } = useReader();
  return (
    <>
      <p>{intro}</p>
      <nav className={styles['contents']} aria-label={messages.text('semantics.contents')}>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, title, body }) => (
        <section key={id} id={id} className={styles['section']} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`} className="subheading">
            {title}
          </h2>
          {body.map((block, index) => (
            <BlockOfText key={index} block={block} />
          ))}
        </section>
      ))}
    </>
  );
}

function BlockOfText({ block }: { readonly block: Block }): ReactElement {
  const { messages } = useReader();
  if (typeof block === 'string') return <p>{block}</p>;
  if ('list' in block) {
    return (
      <ul className={styles['list']}>
        {block.list.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  return (
    <div className={styles['example']}>
      <strong className="label">{messages.text('semantics.example')}</strong>
      <p>{block.example}</p>
    </div>
  );
}
