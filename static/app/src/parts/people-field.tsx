import type { ReactElement } from 'react';
import { usePeople } from '../data/use-names';
import styles from './person-field.module.css';
import { PersonField } from './person-field';
import { useReader } from './reader-context';
import { TextButton } from './text-button';

interface Props {
  readonly label: string;
  /** The ids of accounts. */
  readonly accounts: readonly string[];
  readonly change: (accounts: readonly string[]) => void;
  readonly mistake?: string | undefined;
}

/** Some people of the site: each is found by name and kept by account. */
export function PeopleField({ label, accounts, change, mistake }: Props): ReactElement {
  const { messages } = useReader();
  const people = usePeople(accounts);
  return (
    <div className={styles['stack']}>
      <PersonField
        label={label}
        account=""
        change={(account) => !accounts.includes(account) && change([...accounts, account])}
        mistake={mistake}
      />
      {accounts.length > 0 && (
        <ul className={styles['found']}>
          {accounts.map((account) => {
            const name = people.get(account) ?? messages.text('person.unknown');
            return (
              <li key={account} className={styles['chosen']}>
                {name}
                <TextButton
                  aria-label={messages.text('person.removeNamed', { name, label })}
                  onClick={() => change(accounts.filter((each) => each !== account))}
                >
                  {messages.text('person.remove')}
                </TextButton>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
