import { useId, useState, type ReactElement } from 'react';
import { termIn, type Term } from '../../../../src/domain/glossary/term';
import { termsIn } from '../../../../src/domain/glossary/terms-in';
import { glossaryLanguageOf } from '../text/term-text';
import styles from './explained-text.module.css';
import { useReader } from './reader-context';

interface Props {
  readonly text: string;
  readonly glossary: readonly Term[];
}

/** A text whose terms, where each stands first, open their meaning below the text. */
export function ExplainedText({ text, glossary }: Props): ReactElement {
  const { messages, locale } = useReader();
  const note = useId();
  const [shown, setShown] = useState<Term>();
  const seen = new Set<Term['id']>();
  const language = glossaryLanguageOf(locale);
  const said = shown && termIn(shown, language);
  return (
    <>
      {termsIn(text, glossary).map(({ text: piece, term }, index) => {
        if (!term || seen.has(term.id)) return piece;
        seen.add(term.id);
        const isShown = shown?.id === term.id;
        return (
          <button
            key={index}
            type="button"
            className={styles['term']}
            title={messages.text(isShown ? 'glossary.hide' : 'glossary.explain', { name: piece })}
            aria-expanded={isShown}
            aria-controls={note}
            onClick={() => setShown(isShown ? undefined : term)}
            onKeyDown={({ key }) => {
              if (key === 'Escape') setShown(undefined);
            }}
          >
            {piece}
          </button>
        );
      })}
      <span id={note} role="status" className={styles['note']}>
        {said && (
          <>
            <b>{said.name}</b> – {said.meaning}
          </>
        )}
      </span>
    </>
  );
}
