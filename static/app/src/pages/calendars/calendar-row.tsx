import Lozenge from '@atlaskit/lozenge';
import type { ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { Names } from '../../platform/site-names';
import { useAddress } from '../../parts/address';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { weeklyHoursTexts } from '../../text/weekly-hours';
import { dateText } from '../../text/when';
import type { KeptCalendar } from './draft';

interface Props {
  readonly kept: KeptCalendar;
  readonly sets: CalendarsView['holidaySets'];
  readonly projectNames: Names;
  /** Whether it can be changed here. */
  readonly isOwn: boolean;
  readonly archive: () => void;
  readonly isBusy: boolean;
}

/** One calendar of the list. What is in use can't be archived, so that is not offered. */
export function CalendarRow({ kept, sets, projectNames, isOwn, archive, isBusy }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const { record, usedBy } = kept;
  const setNames = (record.holidaySets ?? []).map(
    (id) => sets.find((set) => set.record.id === id)?.record.name ?? id,
  );
  const userNames = usedBy.map(({ project, agreement }) => {
    const name = projectNames.get(project);
    return name === undefined
      ? agreement
      : messages.text('calendars.usedByProject', { project: name, agreement });
  });
  return (
    <tr>
      <th scope="row">
        <TextButton onClick={() => go('calendars', record.id)}>{record.name}</TextButton>
        {!isOwn && (
          <div>
            <Lozenge>{messages.text('calendars.site')}</Lozenge>
          </div>
        )}
      </th>
      <td>{record.timeZone}</td>
      <td className="figure">
        <Lines texts={weeklyHoursTexts(record.weekly, reader)} />
      </td>
      <td>
        <Lines texts={setNames} />
      </td>
      <td>
        <Lines texts={userNames} />
      </td>
      <td>{kept.revision}</td>
      <td className="figure">{dateText(kept.changedAt, clockNow(), reader)}</td>
      <td>
        {isOwn && usedBy.length === 0 && (
          <TextButton
            disabled={isBusy}
            aria-label={messages.text('calendars.archiveNamed', { name: record.name })}
            onClick={archive}
          >
            {messages.text('calendars.archive')}
          </TextButton>
        )}
      </td>
    </tr>
  );
}

function Lines({ texts }: { readonly texts: readonly string[] }): ReactElement {
  const { messages } = useReader();
  if (texts.length === 0) return <>{messages.text('calendars.nothing')}</>;
  return (
    <>
      {texts.map((text, index) => (
        <div key={index}>{text}</div>
      ))}
    </>
  );
}
