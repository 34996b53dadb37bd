import { useState, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import { useCalendars, type Home } from '../../data/use-calendars';
import { useStartingValues } from '../../data/use-starting-values';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { CalendarEditor } from './calendar-editor';
import { CalendarList } from './calendar-list';
import { CalendarReadOnly } from './calendar-read-only';

/** The address of a calendar that is not there yet. No id begins so. */
export const NEW = '+';

/** The calendars of a project, or of the site: a list, and an editor for each. */
export function CalendarsSection({ home }: { readonly home: Home }): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useCalendars(home);
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text(`calendars.noRights.${home}`)}</Notice>;
  }
  return (
    <>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('calendars.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('calendars.loading')} />}
      {data && <Shown home={home} view={data} reload={refetch} />}
    </>
  );
}

interface ShownProps {
  readonly home: Home;
  readonly view: CalendarsView;
  readonly reload: () => Promise<unknown>;
}

function Shown({ home, view, reload }: ShownProps): ReactElement {
  const { messages } = useReader();
  const [, id] = useAddress().parts;
  const [reloads, setReloads] = useState(0);
  const starting = useStartingValues(home);
  if (id === undefined) return <CalendarList home={home} view={view} />;
  const kept = view.calendars.find(({ record }) => record.id === id);
  if (id !== NEW && !kept) {
    return (
      <>
        <Notice tone="warning">{messages.text('calendars.gone')}</Notice>
        <CalendarList home={home} view={view} />
      </>
    );
  }
  if (kept && kept.home !== home) return <CalendarReadOnly kept={kept} view={view} />;
  if (!starting) return <DefinitionsSkeleton label={messages.text('calendars.loading')} />;
  return (
    <CalendarEditor
      key={reloads}
      home={home}
      view={view}
      kept={kept}
      starting={starting}
      reload={() => void reload().then(() => setReloads(reloads + 1))}
    />
  );
}
