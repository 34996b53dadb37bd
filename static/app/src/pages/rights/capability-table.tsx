import type { ReactElement } from 'react';
import { useHolders, usePersons } from '../../data/use-rights';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import type { Holder } from '../../platform/project-people';
import { openPage, type Person } from '../../platform/site-names';
import type { Messages } from '../../text/messages';
import { personName } from './person-name';
import styles from './rights.module.css';

const columns = ['what', 'who', 'you'] as const;

/** A role may have hundreds: Jira's own page names them all. */
const MOST_NAMED = 10;

/** What the app checks before it does something, who that lets through now, and the reader among them (P5). */
export function CapabilityTable({ mayAdminister }: { readonly mayAdminister: boolean }): ReactElement {
  const { messages } = useReader();
  const yes = (may: boolean): string => messages.text(may ? 'rights.yes' : 'rights.no');
  return (
    <section className={styles['section']} aria-labelledby="rights">
      <h2 id="rights" className="heading">
        {messages.text('rights.title')}
      </h2>
      <p>{messages.text('rights.intro')}</p>
      <Table label={messages.text('rights.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`rights.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{messages.text('rights.see.what')}</th>
            <td>{messages.text('rights.see.who')}</td>
            <td>{messages.text('rights.see.you')}</td>
          </tr>
          <tr>
            <th scope="row">{messages.text('rights.seeProject.what')}</th>
            <td>{messages.text('rights.seeProject.who')}</td>
            <td>{yes(true)}</td>
          </tr>
          <tr>
            <th scope="row">{messages.text('rights.edit.what')}</th>
            <td>{messages.text('rights.edit.who')}</td>
            <td>{messages.text('rights.edit.you')}</td>
          </tr>
          <tr>
            <th scope="row">{messages.text('rights.monitor.what')}</th>
            <td>
              {messages.text('rights.monitor.who')}
              <HolderList may="monitor" />
            </td>
            <td>{yes(true)}</td>
          </tr>
          <tr>
            <th scope="row">{messages.text('rights.configure.what')}</th>
            <td>
              {messages.text('rights.configure.who')}
              <HolderList may="configure" />
            </td>
            <td>{yes(true)}</td>
          </tr>
          <tr>
            <th scope="row">{messages.text('rights.administer.what')}</th>
            <td>{messages.text('rights.administer.who')}</td>
            <td>{yes(mayAdminister)}</td>
          </tr>
        </tbody>
      </Table>
      <p className="note">{messages.text('rights.licence')}</p>
    </section>
  );
}

/** Who is let do it by the permission scheme, and the way to where Jira changes that. */
function HolderList({ may }: { readonly may: 'monitor' | 'configure' }): ReactElement | null {
  const { messages, locale } = useReader();
  const { data, error, refetch } = useHolders();
  const { holders = [], page } = data?.[may] ?? {};
  const accounts = holders.flatMap(accountsOf);
  const persons = usePersons(accounts);
  if (error) {
    return (
      <p className="note">
        {messages.text('rights.people.failed')}{' '}
        <TextButton onClick={() => void refetch()}>{messages.text('failure.retry')}</TextButton>
      </p>
    );
  }
  if (page === undefined) return null;
  const list = (names: readonly string[]): string => new Intl.ListFormat(locale).format(names);
  return (
    <>
      {holders.length === 0 ? (
        <p className="note">{messages.text('rights.monitor.nobody')}</p>
      ) : (
        <ul className={styles['list']}>
          {holders.map((holder, index) => (
            <li key={index}>{holderText(holder, persons, { messages, list })}</li>
          ))}
        </ul>
      )}
      <TextButton onClick={() => openPage(page)}>{messages.text(`rights.people.change.${may}`)}</TextButton>
    </>
  );
}

function accountsOf(holder: Holder): readonly string[] {
  if (holder.kind === 'role') return holder.people.slice(0, MOST_NAMED);
  return holder.kind === 'person' ? [holder.account] : [];
}

interface Words {
  readonly messages: Messages;
  readonly list: (names: readonly string[]) => string;
}

function holderText(holder: Holder, persons: ReadonlyMap<string, Person>, { messages, list }: Words): string {
  switch (holder.kind) {
    case 'role': {
      const names = [
        ...holder.groups.map((name) => messages.text('rights.holder.group', { name })),
        ...accountsOf(holder).map((account) => personName(persons.get(account), messages)),
      ];
      const rest = holder.people.length - MOST_NAMED;
      if (rest > 0) names.push(messages.text('rights.holder.more', { count: rest }));
      const who = names.length > 0 ? list(names) : messages.text('rights.holder.nobody');
      const role = messages.text('rights.holder.role', { name: holder.name });
      return messages.text('rights.named', { role, names: who });
    }
    case 'person':
      return personName(persons.get(holder.account), messages);
    case 'group':
      return messages.text('rights.holder.group', { name: holder.name });
    case 'other':
      return messages.text('rights.holder.other', { type: holder.type });
  }
}
