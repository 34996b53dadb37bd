import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import {
  contactRoles,
  type AgreementDetails,
  type Contact,
  type Parties,
  type Party,
} from '../../../../../../src/domain/agreement/details';
import { usePeople } from '../../../data/use-names';
import { ChoiceField, InputField } from '../../../parts/field';
import { PersonField } from '../../../parts/person-field';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import styles from '../agreements.module.css';

interface Props {
  readonly details: AgreementDetails;
  readonly change: (part: Partial<AgreementDetails>) => void;
}

const nobody: Party = { name: '', contacts: [] };
const sides = ['provider', 'customer'] as const;

/** Between whom it is made, and who speaks for each side (A1). */
export function PartyFields({ details: { parties }, change }: Props): ReactElement {
  const both: Parties = { provider: nobody, customer: nobody, ...parties };
  return (
    <>
      {sides.map((side) => (
        <PartyField
          key={side}
          side={side}
          party={both[side]}
          change={(party) => change({ parties: { ...both, [side]: party } })}
        />
      ))}
    </>
  );
}

interface PartyProps {
  readonly side: (typeof sides)[number];
  readonly party: Party;
  readonly change: (party: Party) => void;
}

function PartyField({ side, party, change }: PartyProps): ReactElement {
  const { messages } = useReader();
  const people = usePeople(party.contacts.map(({ account }) => account));
  const [role, setRole] = useState<Contact['role']>('contact');
  const [account, setAccount] = useState('');
  const label = messages.text(`agreements.side.${side}`);
  const add = (): void => {
    const isThere = party.contacts.some((each) => each.role === role && each.account === account);
    if (!isThere) change({ ...party, contacts: [...party.contacts, { role, account }] });
    setAccount('');
  };
  return (
    <fieldset className={styles['fieldset']}>
      <legend className={styles['group']}>{label}</legend>
      <InputField
        label={messages.text('agreements.details.partyName')}
        value={party.name}
        change={(name) => change({ ...party, name })}
        maxLength={200}
        autoComplete="off"
      />
      {party.contacts.length > 0 && (
        <ul className={styles['chosen']}>
          {party.contacts.map((contact) => {
            const name = people.get(contact.account) ?? messages.text('person.unknown');
            return (
              <li key={`${contact.role} ${contact.account}`}>
                {messages.text(`agreements.contact.${contact.role}`)}: {name}{' '}
                <TextButton
                  aria-label={messages.text('person.removeNamed', { name, label })}
                  onClick={() =>
                    change({ ...party, contacts: party.contacts.filter((each) => each !== contact) })
                  }
                >
                  {messages.text('person.remove')}
                </TextButton>
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles['columns']}>
        <ChoiceField
          label={messages.text('agreements.details.contactRole')}
          value={role}
          choices={contactRoles.map((value) => ({
            value,
            label: messages.text(`agreements.contact.${value}`),
          }))}
          change={(value) => setRole(value as Contact['role'])}
        />
        <PersonField
          label={messages.text('agreements.details.person')}
          account={account}
          change={setAccount}
        />
      </div>
      <div>
        <Button spacing="compact" isDisabled={account === ''} onClick={add}>
          {messages.text('agreements.details.addContact')}
        </Button>
      </div>
    </fieldset>
  );
}
