import { useState, type ReactElement } from 'react';
import { usePeopleFound } from '../../data/use-choices';
import { usePeople } from '../../data/use-names';
import { InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import styles from './catalogue.module.css';

interface Props {
  /** The id of an account; empty for nobody. */
  readonly owner: string;
  readonly change: (owner: string) => void;
  readonly mistake: string | undefined;
}

/** Who answers for a service: found by name, kept by account. */
export function OwnerField({ owner, change, mistake }: Props): ReactElement {
  const { messages } = useReader();
  const [query, setQuery] = useState('');
  const { data: found, isError } = usePeopleFound(query.trim());
  const people = usePeople([owner]);
  if (owner) {
    return (
      <div className={styles['stack']}>
        <span className={styles['label']}>{messages.text('service.field.owner')}</span>
        <span className={styles['chosen']}>
          {people.get(owner) ?? messages.text('service.owner.unknown')}
          <TextButton onClick={() => change('')}>{messages.text('service.owner.remove')}</TextButton>
        </span>
      </div>
    );
  }
  const isAsked = query.trim() !== '';
  return (
    <div className={styles['stack']}>
      <InputField
        label={messages.text('service.field.owner')}
        value={query}
        change={setQuery}
        autoComplete="off"
        help={messages.text(
          isError ? 'service.owner.failed' : isAsked && found ? helpOf(found) : 'service.help.owner',
        )}
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

const helpOf = (found: readonly unknown[]): 'service.owner.nobody' | 'service.owner.choose' =>
  found.length === 0 ? 'service.owner.nobody' : 'service.owner.choose';
