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
import { byName } from './by-name';
import styles from './rights.module.css';

type Line = ChangeLogView['lines'][number];

const subjects = [
  'all',
  'agreements',
  'catalogue',
  'calendars',
  'repairs',
  'glossary',
  'defaults',
  'breaches',
  'improvement',
  'out-of-scope',
  'outages',
  'reviews',
] as const satisfies LogSubject[];
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
        {lines.map((line, index) => {
          const address = addressOf(line);
          const name = nameText(line, messages);
          return (
            <tr key={index}>
              <th scope="row">
                <Moment at={line.at} calendarZone={undefined} now={now} />
              </th>
              <td>{byName(line.by, persons, messages)}</td>
              <td>{doneText(line, messages)}</td>
              <td>
                {address ? (
                  <TextButton onClick={() => go(...address)}>{name}</TextButton>
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

/** Where in the project a record is shown; undefined for one that only Jira administrators see. */
function addressOf({ kind, id }: Line): readonly string[] | undefined {
  switch (kind) {
    case 'agreement':
    case 'step':
    case 'draft':
    case 'case':
    case 'look':
    case 'repair':
    case 'breach':
    case 'exception':
    case 'review':
    case 'service-report':
    case 'measurement':
    case 'notices':
      return ['agreements', id];
    case 'service':
      return ['catalogue', id];
    case 'calendar':
      return ['calendars', id];
    case 'holiday-set':
      return ['holidays', id];
    case 'term':
      return ['glossary'];
    case 'reporting':
    case 'complaint-types':
      return ['reporting'];
    case 'defaults':
    case 'monitoring':
    case 'action':
    case 'complaint':
    case 'satisfaction':
    case 'ratings':
    case 'outage':
    case 'outage-rules':
    case 'out-of-scope':
      return undefined;
    case 'scope-text':
      return ['out-of-scope'];
    case 'notice-places':
      return ['notices'];
  }
}

/** There is one record of each of these, and its kind says what it is. */
function nameText({ kind, id, name }: Line, messages: Messages): string {
  if (kind === 'defaults') return messages.text('defaults.title');
  if (kind === 'reporting') return messages.text('reporting.title');
  if (kind === 'monitoring') return messages.text('breaches.causes.title');
  if (kind === 'outage-rules') return messages.text('outages.rules.title');
  if (kind === 'complaint-types') return messages.text('complaints.types.title');
  if (kind === 'scope-text') return messages.text('scope.setting.title');
  if (kind === 'notice-places') return messages.text('notices.title');
  if (kind === 'out-of-scope') return messages.text('board.unnamed', { id });
  return name || messages.text('agreements.unnamed');
}

function doneText({ done }: Line, messages: Messages): string {
  switch (done) {
    case 'created':
    case 'changed':
    case 'published':
    case 'imported':
    case 'discarded':
    case 'asked':
    case 'approved':
    case 'refused':
    case 'withdrawn':
    case 'revoked':
    case 'prepared':
    case 'held':
    case 'confirmed':
    case 'closed':
    case 'issued':
    case 'told':
      return messages.text(`log.done.${done}`);
    default:
      return messages.text(`agreements.history.${done}`);
  }
}

const kindText = ({ kind, revision }: Line, messages: Messages): string =>
  messages.text(`log.kind.${kind}`, { revision });
