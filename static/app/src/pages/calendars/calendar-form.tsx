import type { ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { CalendarRecord } from '../../../../../src/domain/calendar/calendar';
import { InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { DatedEntries } from './dated-entries';
import { SetChoice } from './set-choice';
import { WeekFields } from './week-fields';
import { ZoneField } from './zone-field';

interface Props {
  readonly draft: CalendarRecord;
  readonly change: (draft: CalendarRecord) => void;
  readonly sets: CalendarsView['holidaySets'];
  readonly mistakeAt: (field: string) => string | undefined;
}

/** All that a calendar says, to be edited. */
export function CalendarForm({ draft, change, sets, mistakeAt }: Props): ReactElement {
  const { messages } = useReader();
  const set = (part: Partial<CalendarRecord>): void => change({ ...draft, ...part });
  return (
    <>
      <div data-field="doc.name">
        <InputField
          label={messages.text('calendars.name')}
          value={draft.name}
          change={(name) => set({ name })}
          autoComplete="off"
          mistake={mistakeAt('doc.name')}
        />
      </div>
      <ZoneField
        zone={draft.timeZone}
        change={(timeZone) => set({ timeZone })}
        mistake={mistakeAt('doc.timeZone')}
      />
      <WeekFields weekly={draft.weekly} change={(weekly) => set({ weekly })} mistakeAt={mistakeAt} />
      <SetChoice
        sets={sets}
        chosen={draft.holidaySets ?? []}
        change={(holidaySets) => set({ holidaySets })}
        mistake={mistakeAt('doc.holidaySets')}
      />
      <DatedEntries
        kind="exceptions"
        entries={draft.exceptions}
        change={(exceptions) => set({ exceptions })}
        additions={[
          { label: messages.text('calendars.exceptions.addClosed'), entry: () => ({ date: '', hours: [] }) },
          {
            label: messages.text('calendars.exceptions.addOpen'),
            entry: () => ({ date: '', hours: draft.weekly.mon ?? [] }),
          },
        ]}
        mistakeAt={mistakeAt}
      />
      <DatedEntries
        kind="interruptions"
        entries={draft.interruptions ?? []}
        change={(interruptions) => set({ interruptions })}
        additions={[
          {
            label: messages.text('calendars.interruptions.add'),
            entry: () => ({ date: '', hours: [], name: '' }),
          },
        ]}
        mistakeAt={mistakeAt}
      />
    </>
  );
}
