import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { GlossaryView } from '../../../../../src/contract/glossary';
import { readyTerms } from '../../../../../src/domain/glossary/ready-terms';
import { wordKey, wordsOf, type Term } from '../../../../../src/domain/glossary/term';
import { useAddReadyTerms } from '../../data/use-glossary';
import { FailureNotice } from '../../parts/failure-notice';
import { InputField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { termName } from '../../text/term-text';
import styles from './glossary.module.css';
import { TermTable } from './term-table';
import { compareNames } from '../../text/names';

export interface Edits {
  /** Opens a term, or a new one when none is named. */
  readonly open: (id?: string) => void;
  /** Tells what was done. */
  readonly say: (text: string) => void;
}

interface Props {
  readonly view: GlossaryView;
  /** Left out where the glossary can only be read. */
  readonly edits?: Edits;
}

/** All terms of the glossary, in the order of the reader's alphabet, and a search among them. */
export function TermList({ view, edits }: Props): ReactElement {
  const { messages, locale } = useReader();
  const [query, setQuery] = useState('');
  const terms = view.terms
    .flatMap(({ record }) => (record.removed ? [] : record))
    .sort((one, other) => compareNames(termName(one, locale), termName(other, locale), locale));
  const found = terms.filter((term) => textOf(term).includes(wordKey(query)));
  return (
    <section className="section" aria-labelledby="glossary">
      <div className="section-head">
        <h2 id="glossary" className="heading">
          {messages.text('glossary.title')}
        </h2>
        {edits && (
          <Button appearance={terms.length > 0 ? 'primary' : 'default'} onClick={() => edits.open()}>
            {messages.text('glossary.create')}
          </Button>
        )}
      </div>
      <p>{messages.text(edits ? 'glossary.intro' : 'glossary.introProject')}</p>
      {terms.length === 0 && (
        <Notice tone="information" title={messages.text('glossary.empty.title')}>
          {edits
            ? messages.text('glossary.empty.admin', { count: readyTerms.length })
            : messages.text('glossary.empty.project')}
        </Notice>
      )}
      {edits && view.ready > 0 && (
        <AddReady count={view.ready} isFirst={terms.length === 0} say={edits.say} />
      )}
      {terms.length > 0 && (
        <>
          <div className={styles['search']}>
            <InputField
              type="search"
              label={messages.text('glossary.search')}
              value={query}
              change={setQuery}
              autoComplete="off"
            />
          </div>
          <p className="note" role="status">
            {found.length > 0
              ? messages.text('glossary.count', { count: found.length })
              : messages.text('glossary.none')}
          </p>
          {found.length > 0 && <TermTable terms={found} open={edits?.open} />}
        </>
      )}
    </section>
  );
}

const textOf = (term: Term): string =>
  wordKey([...wordsOf(term), term.en?.meaning ?? '', term.zh?.meaning ?? ''].join(' '));

interface AddProps {
  readonly count: number;
  readonly isFirst: boolean;
  readonly say: Edits['say'];
}

function AddReady({ count, isFirst, say }: AddProps): ReactElement {
  const { messages } = useReader();
  const adding = useAddReadyTerms();
  const add = (): void =>
    adding.mutate(undefined, {
      onSuccess: ({ ready }) => say(messages.text('glossary.addedReady', { count: count - ready })),
    });
  return (
    <div>
      {adding.error && (
        <FailureNotice error={adding.error} retry={add} title={messages.text('glossary.notSaved')} />
      )}
      <Button appearance={isFirst ? 'primary' : 'default'} isLoading={adding.isPending} onClick={add}>
        {messages.text('glossary.addReady', { count })}
      </Button>
    </div>
  );
}
