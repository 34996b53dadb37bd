import { useId, type ReactElement } from 'react';
import type { Instant } from '../../../../../src/domain/time/instant';
import { isZone, type Zone } from '../../../../../src/domain/time/zone';
import { InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import type { Reader } from '../../text/reader';
import { zoneText } from '../../text/when';

interface Props {
  readonly zone: string;
  readonly change: (zone: string) => void;
  readonly mistake: string | undefined;
}

/** The zone on whose clock the hours are meant, by its name; any part of a name finds it. */
export function ZoneField({ zone, change, mistake }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const list = useId();
  const now = clockNow();
  const known = isZone(zone.trim());
  return (
    <div data-field="doc.timeZone">
      <InputField
        label={messages.text('calendars.zone.label')}
        value={zone}
        change={change}
        list={list}
        autoComplete="off"
        spellCheck={false}
        mistake={mistake}
        help={
          known
            ? messages.text('calendars.zone.now', {
                zone: zoneText(zone.trim(), now, reader),
                time: timeThere(now, zone.trim(), reader),
              })
            : messages.text('calendars.zone.help')
        }
      />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

function timeThere(now: Instant, timeZone: Zone, { locale }: Reader): string {
  const format = { timeZone, weekday: 'short', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, format).format(now);
}
