import type { Calendar } from './calendar';
import { serviceHours, type ServiceHours } from './service-hours';

/** What compiled calendars may take together in one process: enough for a hundred calendars of ten years. */
const ROOM = 16 * 1024 * 1024;

/**
 * Compiles each calendar once and keeps it while there is room, those asked for last the longest. Calendars are told
 * apart by all that they say and by nothing else: versions of different projects and sites may share a name, and one
 * process serves them all.
 *
 * @param room bytes that all that is kept may take together; the calendar asked for last is kept whatever it takes.
 */
export function calendarCompiler(room: number): (calendar: Calendar) => ServiceHours {
  /** Saves writing a calendar out again while its object lives. */
  const texts = new WeakMap<Calendar, string>();
  /** By text, in the order in which they were last asked for. */
  const kept = new Map<string, { readonly hours: ServiceHours; bytes: number }>();
  let total = 0;

  return (calendar) => {
    const text = texts.get(calendar) ?? JSON.stringify(calendar);
    texts.set(calendar, text);
    const entry = kept.get(text) ?? { hours: serviceHours(calendar), bytes: 0 };
    kept.delete(text);
    kept.set(text, entry);

    // A table grows as questions reach further, so what it takes is counted anew each time.
    const bytes = entry.hours.bytes + 2 * text.length;
    total += bytes - entry.bytes;
    entry.bytes = bytes;
    for (const [oldest, { bytes: freed }] of kept) {
      if (total <= room || kept.size === 1) break;
      kept.delete(oldest);
      total -= freed;
    }
    return entry.hours;
  };
}

/** The compiled form of a calendar, shared by all who ask in this process. */
export const compiledCalendar = calendarCompiler(ROOM);
