import { useState, type ReactElement } from 'react';
import { usePeopleFound } from '../data/use-choices';
import { usePeople } from '../data/use-names';
import { InputField } from './field';
import styles from './person-field.module.css';
import { useReader } from './reader-context';
import { TextButton } from './text-button';

interface Props {
  readonly label: string;
  /** The id of an account; empty for nobody. */
  readonly account: string;
  readonly change: (account: string) => void;
  readonly mistake?: string | undefined;
}

/** A person of the site: found by name, kept by account. */
export function PersonField({ label, account, change, mistake }: Props): ReactElement {
  const { messages } = useReader();
  const [query, setQuery] = useState('');
  const { data: found, isError } = usePeopleFound(query.trim());
  const people = usePeople([account]);
  if (account) {
    const name = people.get(account) ?? messages.text('person.unknown');
    return (
      <div className={styles['stack']}>
        <span className="label">{label}</span>
        <span className={styles['chosen']}>
          {name}
          <TextButton
            aria-label={messages.text('person.removeNamed', { name, label })}
            onClick={() => change('')}
          >
            {messages.text('person.remove')}
          </TextButton>
        </span>
      </div>
    );
  }
  const isAsked = query.trim() !== '';
  return (
    <div className={styles['stack']}>
      <InputField
        label={label}
        value={query}
        change={setQuery}
        autoComplete="off"
        help={messages.text(isError ? 'person.failed' : isAsked && found ? helpOf(found) : 'person.help')}
        mistake={mistake}
      />
      {isAsked && found && (
        <ul className={styles['found']}>
          {found.map(({ id, name }) => (
            <li key={id}>
              <TextButton
                onClick={() => {
                  setQuery('');
                  change(id);
                }}
              >
                {name}
              </TextButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const helpOf = (found: readonly unknown[]): 'person.nobody' | 'person.choose' =>
  found.length === 0 ? 'person.nobody' : 'person.choose';
