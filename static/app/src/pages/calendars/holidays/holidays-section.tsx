import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { CalendarsView } from '../../../../../../src/contract/calendars';
import { localDateOf } from '../../../../../../src/domain/time/local-date';
import { DAY } from '../../../../../../src/domain/time/wall-clock';
import { wallReading } from '../../../../../../src/domain/time/zone';
import { useCalendars, type Home } from '../../../data/use-calendars';
import { useAddress } from '../../../parts/address';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { clockNow } from '../../../platform/clock';
import { DefinitionsSkeleton } from '../../project-settings/definitions-skeleton';
import { DayList } from './day-list';
import { HolidaySetEditor } from './holiday-set-editor';
import { HolidaySetList } from './holiday-set-list';
import type { KeptSet } from './holiday-set-table';
import { WorkingDaysOffer, type WorkingDays } from './working-days-offer';

const SECTION = 'holidays';
/** In the address instead of an id; no id has such a sign. */
const NEW = '~new';

/** The holiday sets of a project, or those that the site shares with all. */
export function HolidaysSection({ home }: { readonly home: Home }): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useCalendars(home);
  if (data) return <Loaded home={home} view={data} refetch={async () => (await refetch()).data} />;
  return error ? (
    <FailureNotice error={error} retry={() => void refetch()} title={messages.text('holidays.failed')} />
  ) : (
    <DefinitionsSkeleton label={messages.text('holidays.loading')} />
  );
}

interface Props {
  readonly home: Home;
  readonly view: CalendarsView;
  readonly refetch: () => Promise<CalendarsView | undefined>;
}

function Loaded({ home, view, refetch }: Props): ReactElement {
  const { messages, zone } = useReader();
  const { parts, go, keep } = useAddress();
  const [saved, setSaved] = useState<string>();
  const [workingDays, setWorkingDays] = useState<WorkingDays>([]);
  const [, which] = parts;
  const own = (sets: CalendarsView['holidaySets']): KeptSet | undefined =>
    sets.find((set) => set.home === home && set.record.id === which);
  const edited = own(view.holidaySets);
  const shown = edited ?? view.holidaySets.find(({ record }) => record.id === which);
  const today = localDateOf(Math.floor(wallReading(zone, clockNow()) / DAY));

  const offer = workingDays.length > 0 && (
    <WorkingDaysOffer
      days={workingDays}
      home={home}
      calendars={view.calendars}
      reload={() => void refetch()}
      close={() => setWorkingDays([])}
    />
  );
  if (which === NEW || (edited && !edited.record.archived)) {
    return (
      <div className="section">
        <HolidaySetEditor
          key={which}
          home={home}
          kept={edited}
          knownIds={view.holidaySets.map(({ record }) => record.id)}
          today={today}
          saved={({ name }) => {
            setSaved(name);
            keep(false);
            go(SECTION);
          }}
          cancel={() => go(SECTION)}
          reload={async () => own((await refetch())?.holidaySets ?? [])}
          offer={setWorkingDays}
        />
        {offer}
      </div>
    );
  }
  const open = (id: string): void => {
    setSaved(undefined);
    go(SECTION, id);
  };
  if (shown) return <ReadOnly set={shown} year={today.slice(0, 4)} back={() => go(SECTION)} />;
  return (
    <div className="section">
      {saved !== undefined && (
        <Notice tone="success">{messages.text('holidays.save.done', { name: saved })}</Notice>
      )}
      {offer}
      <HolidaySetList
        home={home}
        view={view}
        open={open}
        add={() => open(NEW)}
        reload={() => void refetch()}
      />
    </div>
  );
}

interface ReadOnlyProps {
  readonly set: KeptSet;
  readonly year: string;
  readonly back: () => void;
}

/** A set that cannot be changed here. */
function ReadOnly({ set: { record }, year, back }: ReadOnlyProps): ReactElement {
  const { messages } = useReader();
  return (
    <section className="section" aria-labelledby="holiday-set">
      <h2 id="holiday-set" className="heading">
        {record.name}
      </h2>
      <p className="note">
        {messages.text(record.archived ? 'holidays.archive.readOnly' : 'holidays.siteReadOnly')}
      </p>
      {record.source && <p>{messages.text('holidays.sourceOf', { source: record.source })}</p>}
      <DayList days={record.days} years={[year]} />
      <div>
        <Button onClick={back}>{messages.text('holidays.back')}</Button>
      </div>
    </section>
  );
}
