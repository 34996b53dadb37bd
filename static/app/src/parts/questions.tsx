import { Suspense, useId, useState, type ReactElement, type ReactNode } from 'react';
import { Notice } from './notice';
import { PageBoundary } from './page-boundary';
import styles from './questions.module.css';
import { useReader } from './reader-context';
import { TextButton } from './text-button';

interface Question {
  readonly label: string;
  /** Made when somebody asks; its code may come then too. */
  readonly answer: () => ReactNode;
}

interface Props {
  /** What is asked about, for those who hear the questions out of their place. */
  readonly about: string;
  readonly questions: readonly Question[];
}

/** Questions beside one another; below them the answer to the one that was asked last, until it is asked again. */
export function Questions({ about, questions }: Props): ReactElement {
  const { messages } = useReader();
  const [asked, setAsked] = useState<string>();
  const id = useId();
  const open = questions.find(({ label }) => label === asked);
  return (
    <div>
      <div className={styles['questions']}>
        {questions.map(({ label }) => (
          <TextButton
            key={label}
            aria-expanded={label === asked}
            aria-controls={id}
            aria-label={messages.text('question', { label, about })}
            onClick={() => setAsked(label === asked ? undefined : label)}
          >
            {label}
          </TextButton>
        ))}
      </div>
      <div id={id}>
        {open && (
          <PageBoundary
            key={open.label}
            fallback={<Notice tone="warning">{messages.text('failure.outdated')}</Notice>}
          >
            <Suspense>{open.answer()}</Suspense>
          </PageBoundary>
        )}
      </div>
    </div>
  );
}
