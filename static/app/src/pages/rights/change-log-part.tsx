import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { ChangeLogView, LogSubject } from '../../../../../src/contract/change-log';
import { useChangeLog, usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField } from '../../parts/field';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import type { Messages } from '../../text/messages';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { personName } from './person-name';
import styles from './rights.module.css';

type Line = ChangeLogView['lines'][number];

const subjects = ['all', 'agreements', 'catalogue', 'calendars', 'repairs'] as const satisfies LogSubject[];
const columns = ['when', 'who', 'done', 'record'] as const;

/** Who did what to which record when, the latest first (P6). */
export function ChangeLogPart(): ReactElement {
  const { messages } = useReader();
  const [subject, setSubject] = useState<LogSubject>('all');
  const { lines, error, isReading, hasMore, goOn } = useChangeLog(subject);
  return (
    <section className={styles['section']} aria-labelledby="change-log">
      <h2 id="change-log" className="heading">
        {messages.text('log.title')}
      </h2>
      <p>{messages.text('log.intro')}</p>
      <div className={styles['subject']}>
        <ChoiceField
          label={messages.text('log.subject.label')}
          value={subject}
          choices={subjects.map((value) => ({ value, label: messages.text(`log.subject.${value}`) }))}
          change={(value) => setSubject(value as LogSubject)}
        />
      </div>
      {error && <FailureNotice error={error} retry={goOn} title={messages.text('log.failed')} />}
      {!lines && !error && <DefinitionsSkeleton label={messages.text('log.loading')} />}
      {lines?.length === 0 && !hasMore && <p>{messages.text('log.none')}</p>}
      {lines && lines.length > 0 && <Lines lines={lines} />}
      {hasMore && !error && (
        <div>
          <Button onClick={goOn} isLoading={isReading}>
            {messages.text('log.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const persons = usePersons(lines.map(({ by }) => by));
  const now = clockNow();
  return (
    <Table label={messages.text('log.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {messages.text(`log.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const section = sectionOf[line.kind];
          const name =
            line.name || messages.text(line.kind === 'defaults' ? 'defaults.title' : 'agreements.unnamed');
          return (
            <tr key={`${line.kind} ${line.id} ${line.revision} ${line.at} ${line.isShared}`}>
              <th scope="row">
                <Moment at={line.at} calendarZone={undefined} now={now} />
              </th>
              <td>{personName(persons.get(line.by), messages)}</td>
              <td>{doneText(line, messages)}</td>
              <td>
                {section ? (
                  <TextButton onClick={() => go(section, line.id)}>{name}</TextButton>
                ) : (
                  <span>{name}</span>
                )}
                <div className="note">
                  {kindText(line, messages)}
                  {line.isShared && ` · ${messages.text('log.shared')}`}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** Where a record is shown, with what it was before. */
const sectionOf: Readonly<Partial<Record<Line['kind'], string>>> = {
  agreement: 'agreements',
  step: 'agreements',
  draft: 'agreements',
  look: 'agreements',
  repair: 'agreements',
  service: 'catalogue',
  calendar: 'calendars',
  'holiday-set': 'holidays',
};

function doneText({ done }: Line, messages: Messages): string {
  switch (done) {
    case 'created':
    case 'changed':
    case 'published':
    case 'imported':
    case 'discarded':
      return messages.text(`log.done.${done}`);
    default:
      return messages.text(`agreements.history.${done}`);
  }
}

/** A kind that this page does not know yet is told by its own name. */
function kindText({ kind, revision }: Line, messages: Messages): string {
  const key = `log.kind.${kind}`;
  return messages.knows(key) ? messages.text(key, { revision }) : messages.text('log.kind.other', { kind });
}
