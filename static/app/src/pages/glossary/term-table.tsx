import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { glossaryLanguages, type Term } from '../../../../../src/domain/glossary/term';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { glossaryLanguageOf, termName } from '../../text/term-text';
import styles from './glossary.module.css';

interface Props {
  readonly terms: readonly Term[];
  /** Opens a term; left out where it can only be read. */
  readonly open: ((id: string) => void) | undefined;
}

/** Each term with its meaning in both languages, the reader's first. */
export function TermTable({ terms, open }: Props): ReactElement {
  const { messages, locale } = useReader();
  const language = glossaryLanguageOf(locale);
  const languages = glossaryLanguages.toSorted(
    (one, other) => Number(other === language) - Number(one === language),
  );
  return (
    <Table label={messages.text('glossary.title')}>
      <thead>
        <tr>
          <th scope="col">{messages.text('glossary.column.term')}</th>
          <th scope="col">{messages.text('glossary.column.meaning')}</th>
          <th scope="col">{messages.text('glossary.column.other')}</th>
          {open && (
            <td>
              <span className="visually-hidden">{messages.text('glossary.edit')}</span>
            </td>
          )}
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.id}>
            <th scope="row" className={styles['term']}>
              {languages.map((each) =>
                term[each] ? (
                  <span key={each} lang={each} className={styles['said']}>
                    {term[each].name}
                  </span>
                ) : null,
              )}
            </th>
            <td className={styles['meaning']}>
              {languages.map((each) =>
                term[each] ? (
                  <span key={each} lang={each} className={styles['said']}>
                    {term[each].meaning}
                  </span>
                ) : null,
              )}
            </td>
            <td>{term.otherWords.join(', ') || messages.text('glossary.nothing')}</td>
            {open && (
              <td>
                <Button
                  spacing="compact"
                  aria-label={messages.text('glossary.editNamed', { name: termName(term, locale) })}
                  onClick={() => open(term.id)}
                >
                  {messages.text('glossary.edit')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
