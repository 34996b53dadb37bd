import type { ReactElement } from 'react';
import type { RightsView } from '../../../../../src/contract/rights';
import {
  agreementRoles,
  contactRoles,
  type AgreementRole,
  type Party,
} from '../../../../../src/domain/agreement/details';
import { usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import type { Person } from '../../platform/site-names';
import { AgreementStateLozenge } from '../agreements/agreement-state';
import { EDIT } from '../agreements/agreements-section';
import { personName } from './person-name';
import styles from './rights.module.css';
import { compareNames } from '../../text/names';

type Agreement = RightsView['agreements'][number];
type Persons = ReadonlyMap<string, Person>;

const sides = ['provider', 'customer'] as const;

/** Who does what for each agreement on our side, and who speaks for either side; what is missing shows as missing (P9). */
export function RoleTable({ agreements }: Pick<RightsView, 'agreements'>): ReactElement {
  const { messages, locale } = useReader();
  const { go } = useAddress();
  const accounts = [...new Set(agreements.flatMap(accountsIn))];
  const persons = usePersons(accounts);
  const inactive = accounts.filter((account) => persons.get(account)?.isActive === false);
  const sorted = agreements.toSorted((a, b) => compareNames(a.name, b.name, locale));
  const shown = agreementRoles.filter((role) => isAsked(role, agreements));
  return (
    <section className={`${styles['section']} ${styles['wide']}`} aria-labelledby="rights-roles">
      <h2 id="rights-roles" className="heading">
        {messages.text('rights.roles.title')}
      </h2>
      <p>{messages.text(agreements.length === 0 ? 'rights.roles.none' : 'rights.roles.intro')}</p>
      {inactive.length > 0 && (
        <Notice tone="warning">{messages.text('rights.roles.inactive', { count: inactive.length })}</Notice>
      )}
      {agreements.length > 0 && (
        <Table label={messages.text('rights.roles.title')}>
          <thead>
            <tr>
              <th scope="col">{messages.text('rights.roles.agreement')}</th>
              {shown.map((role) => (
                <th key={role} scope="col">
                  {messages.text(`agreements.role.${role}`)}
                </th>
              ))}
              <th scope="col">{messages.text('rights.roles.contacts')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((agreement) => (
              <tr key={agreement.id}>
                <th scope="row">
                  <TextButton onClick={() => go('agreements', agreement.id, EDIT)}>
                    {agreement.name || messages.text('agreements.unnamed')}
                  </TextButton>
                  <div>
                    <AgreementStateLozenge state={agreement.state} />
                  </div>
                </th>
                {shown.map((role) => (
                  <td key={role}>
                    <RoleCell role={role} agreement={agreement} persons={persons} />
                  </td>
                ))}
                <td>
                  {sides.map((side) => (
                    <PartyCell key={side} side={side} party={agreement.parties?.[side]} persons={persons} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

/** Only a supplier's contract needs somebody who looks after the supplier. */
const isMissed = (role: AgreementRole, { kind }: Agreement): boolean =>
  role !== 'supplier-manager' || kind === 'UC';

const isAsked = (role: AgreementRole, agreements: readonly Agreement[]): boolean =>
  agreements.some((each) => isMissed(role, each) || each.roles?.[role] !== undefined);

const accountsIn = ({ roles = {}, parties }: Agreement): string[] => [
  ...Object.values(roles),
  ...sides.flatMap((side) => parties?.[side].contacts.map(({ account }) => account) ?? []),
];

interface CellProps {
  readonly role: AgreementRole;
  readonly agreement: Agreement;
  readonly persons: Persons;
}

function RoleCell({ role, agreement, persons }: CellProps): ReactElement | null {
  const { messages } = useReader();
  const account = agreement.roles?.[role];
  if (account !== undefined) return <>{personName(persons.get(account), messages)}</>;
  return isMissed(role, agreement) ? <Missing /> : <>{messages.text('agreements.nothing')}</>;
}

function Missing(): ReactElement {
  const { messages } = useReader();
  return <span className={styles['missing']}>{messages.text('rights.roles.missing')}</span>;
}

interface PartyProps {
  readonly side: (typeof sides)[number];
  readonly party: Party | undefined;
  readonly persons: Persons;
}

function PartyCell({ side, party, persons }: PartyProps): ReactElement {
  const { messages, locale } = useReader();
  const word = messages.text(`agreements.side.${side}`);
  const named = (role: (typeof contactRoles)[number]): string[] =>
    (party?.contacts ?? [])
      .filter((contact) => contact.role === role)
      .map(({ account }) => personName(persons.get(account), messages));
  return (
    <div>
      {party?.name ? messages.text('rights.roles.side', { side: word, name: party.name }) : word}
      <ul className={styles['list']}>
        {contactRoles.map((role) => {
          const names = named(role);
          const label = messages.text(`agreements.contact.${role}`);
          return (
            <li key={role} className={names.length > 0 ? undefined : styles['missing']}>
              {messages.text('rights.named', {
                role: label,
                names:
                  names.length > 0
                    ? new Intl.ListFormat(locale).format(names)
                    : messages.text('rights.roles.missing'),
              })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
