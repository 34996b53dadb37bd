import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import { useSaveCalendar, type Home } from '../../data/use-calendars';
import { useProjectNames } from '../../data/use-names';
import { useAddress } from '../../parts/address';
import { Disclosure } from '../../parts/disclosure';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { problemText } from '../../text/failure-text';
import { CalendarRow } from './calendar-row';
import styles from './calendars.module.css';
import { NEW } from './calendars-section';
import type { KeptCalendar } from './draft';
import { SaveFailed } from './save-failed';

interface Props {
  readonly home: Home;
  readonly view: CalendarsView;
}

const columns = ['name', 'zone.label', 'week.column', 'sets.title', 'usedBy', 'revision', 'changed'] as const;

/** All calendars, what should be looked at, and those that were put away. */
export function CalendarList({ home, view }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const saving = useSaveCalendar(home);
  const [putAway, setPutAway] = useState<KeptCalendar>();
  const names = useProjectNames(
    home === 'site' ? view.calendars.flatMap(({ usedBy }) => usedBy.map(({ project }) => project)) : [],
  );
  const active = view.calendars.filter(({ record }) => !record.archived);
  const archived = view.calendars.filter(({ record, home: of }) => record.archived && of === home);

  const save = (kept: KeptCalendar, isArchived: boolean): void => {
    const { archived: _, ...record } = kept.record;
    const doc = isArchived ? { ...record, archived: true as const } : record;
    const done = (answer: CalendarsView): void =>
      setPutAway(
        isArchived
          ? answer.calendars.find(({ record: { id }, home: of }) => id === record.id && of === home)
          : undefined,
      );
    saving.mutate({ doc, seen: kept.revision }, { onSuccess: done });
  };
  const bringBack = (kept: KeptCalendar): ReactElement => (
    <TextButton
      disabled={saving.isPending}
      aria-label={messages.text('calendars.bringBackNamed', { name: kept.record.name })}
      onClick={() => save(kept, false)}
    >
      {messages.text('calendars.bringBack')}
    </TextButton>
  );

  return (
    <section className="section" aria-labelledby="calendar-list">
      <div className="section-head">
        <h2 id="calendar-list" className="heading">
          {messages.text('calendars.title')}
        </h2>
        <Button appearance="primary" onClick={() => go('calendars', NEW)}>
          {messages.text('calendars.create')}
        </Button>
      </div>
      <p>{messages.text(`calendars.intro.${home}`)}</p>
      {saving.error && <SaveFailed error={saving.error} reload={() => saving.reset()} />}
      {putAway && (
        <Notice tone="success" action={bringBack(putAway)}>
          {messages.text('calendars.wasArchived', { name: putAway.record.name })}
        </Notice>
      )}
      <Findings view={view} />
      {active.length === 0 ? (
        <Notice tone="information" title={messages.text('calendars.empty.title')}>
          {messages.text('calendars.empty.text')}
        </Notice>
      ) : (
        <Table label={messages.text('calendars.title')}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {messages.text(`calendars.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {active.map((kept) => (
              <CalendarRow
                key={`${kept.home} ${kept.record.id}`}
                kept={kept}
                sets={view.holidaySets}
                projectNames={names}
                isOwn={kept.home === home}
                archive={() => save(kept, true)}
                isBusy={saving.isPending}
              />
            ))}
          </tbody>
        </Table>
      )}
      {archived.length > 0 && (
        <Disclosure summary={messages.text('calendars.archived', { count: archived.length })}>
          <ul className={styles['archive']}>
            {archived.map((kept) => (
              <li key={kept.record.id}>
                {kept.record.name} {bringBack(kept)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** What somebody should look at in the calendars that are not put away. */
function Findings({ view }: Pick<Props, 'view'>): ReactElement | null {
  const { messages } = useReader();
  const findings = view.findings.flatMap((finding) => {
    const calendar = view.calendars[Number(/^calendars\[(\d+)\]/.exec(finding.path)?.[1])]?.record;
    return calendar && !calendar.archived ? { ...finding, name: calendar.name } : [];
  });
  if (findings.length === 0) return null;
  return (
    <Notice tone="warning" title={messages.text('calendars.warnings', { count: findings.length })}>
      {findings.map((finding, index) => (
        <p key={index}>
          <b>{finding.name}</b> {problemText(finding, messages)}
        </p>
      ))}
    </Notice>
  );
}
