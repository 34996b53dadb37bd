import type { ReactElement } from 'react';
import { useReader } from '../../../../parts/reader-context';
import { WordChoice } from '../condition/word-choice';
import { useEditor } from '../editor-context';

interface Props {
  readonly calendar: string;
  readonly change: (calendar: string) => void;
  readonly mistake: boolean;
}

/** Which calendar counts the time. One that was put away, or is not there, stays while it is chosen. */
export function CalendarChoice({ calendar, change, mistake }: Props): ReactElement {
  const { messages } = useReader();
  const { calendars } = useEditor().calendars;
  const offered = calendars
    .map(({ record }) => record)
    .filter(({ id, archived }) => !archived || id === calendar)
    .map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = offered.some(({ value }) => value === calendar);
  const missing = calendar
    ? messages.text('agreement.edit.unknown', { name: calendar })
    : messages.text('agreement.edit.goal.noCalendar');
  return (
    <WordChoice
      label={messages.text('agreement.edit.goal.calendar')}
      value={calendar}
      choices={isKnown ? offered : [{ value: calendar, label: missing }, ...offered]}
      change={change}
      isWrong={mistake}
    />
  );
}
