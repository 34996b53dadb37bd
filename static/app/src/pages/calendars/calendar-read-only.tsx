import type { ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import { useAddress } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { weeklyHoursTexts } from '../../text/weekly-hours';
import { CalendarDays } from '../project-settings/calendar-days';
import { resolved, type KeptCalendar } from './draft';
import { YearView } from './year/year-view';

interface Props {
  readonly kept: KeptCalendar;
  readonly view: CalendarsView;
}

/** A calendar that the site shares with its projects, as a project sees it. */
export function CalendarReadOnly({ kept: { record, ...kept }, view }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const sets = view.holidaySets.map(({ record: set }) => set);
  return (
    <section className="section" aria-labelledby="calendar-shown">
      <div>
        <TextButton onClick={() => go('calendars')}>{messages.text('calendars.back')}</TextButton>
      </div>
      <h2 id="calendar-shown" className="heading">
        {record.name}
      </h2>
      <Notice tone="information">{messages.text('calendars.ofSite')}</Notice>
      <p>{record.timeZone}</p>
      <div>
        {weeklyHoursTexts(record.weekly, reader).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div>
        <CalendarDays
          calendar={{ ...record, revision: kept.revision, changedAt: kept.changedAt }}
          holidaySets={view.holidaySets.map(({ record: set, ...keptSet }) => ({ ...set, ...keptSet }))}
        />
      </div>
      <YearView calendar={resolved(record, sets)} year={new Date(clockNow()).getUTCFullYear()} />
    </section>
  );
}
