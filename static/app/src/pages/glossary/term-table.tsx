import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { glossaryLanguages, type GlossaryLanguage, type Term } from '../../../../../src/domain/glossary/term';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import styles from './glossary.module.css';

interface Props {
  readonly terms: readonly Term[];
  /** The reader's, which comes first. */
  readonly language: GlossaryLanguage;
  /** Opens a term; left out where it can only be read. */
  readonly open: ((id: string) => void) | undefined;
}

/** Each term with its meaning in both languages. */
export function TermTable({ terms, language, open }: Props): ReactElement {
  const { messages } = useReader();
  const languages = glossaryLanguages.toSorted(
    (one, other) => Number(other === language) - Number(one === language),
  );
  const nameOf = (term: Term): string => term[language]?.name ?? term.en?.name ?? term.zh?.name ?? '';
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
                  aria-label={messages.text('glossary.editNamed', { name: nameOf(term) })}
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
