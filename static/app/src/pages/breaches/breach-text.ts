import type { BreachRow, ExceptionShown, MonitoringView } from '../../../../../src/contract/breaches';
import { span, type Instant, type Span } from '../../../../../src/domain/time/instant';
import { durationText } from '../../text/duration';
import type { Messages } from '../../text/messages';
import type { Reader } from '../../text/reader';
import { periodText } from '../../text/when';
import type { Origin } from '../improvement/improvement-address';

/** What a cause is called: as the project wrote it, or as the product does where it is a ready-made one. */
export function causeName(
  id: string,
  { causes, revision }: Pick<MonitoringView, 'causes' | 'revision'>,
  messages: Messages,
): string {
  const own = revision > 0 ? causes.find((cause) => cause.id === id) : undefined;
  const ready = `breaches.cause.${id}`;
  return own?.name ?? (messages.knows(ready) ? messages.text(ready) : id);
}

/** How much working time a timer took beyond its target; undefined where it is due by the wall. */
export function overOf({ timer }: BreachRow): Span | undefined {
  if (!timer || timer.within === null || timer.elapsed <= timer.within) return undefined;
  return span(timer.elapsed - timer.within);
}

/** Whether the customer was told in time, in words. */
export function tellingText({ telling }: Pick<BreachRow, 'telling'>, messages: Messages): string {
  const after = durationText(telling.after, messages);
  switch (telling.kind) {
    case 'told':
      return messages.text('breaches.telling.told', { after });
    case 'told-late':
      return messages.text('breaches.telling.told-late', { after });
    case 'to-tell':
      return messages.text('breaches.telling.to-tell', { after });
    case 'overdue':
      return messages.text('breaches.telling.overdue', { after });
  }
}

/** What is asked for, in words. */
export function wantedText(
  { doc: { wanted } }: Pick<ExceptionShown, 'doc'>,
  now: Instant,
  reader: Reader,
): string {
  const { messages } = reader;
  if (wanted.kind === 'extension')
    return messages.text('breaches.exception.extensionBy', { by: durationText(wanted.by, messages) });
  return wanted.during
    ? messages.text('breaches.exception.exclusionOf', {
        period: periodText(wanted.during.from, wanted.during.to, now, reader),
      })
    : messages.text('breaches.exception.exclusion');
}

/** How a breach is called to tell it from others: by its target, or by hand. */
export const breachTitle = ({ timer, said }: BreachRow, messages: Messages): string =>
  timer
    ? messages.text(`timer.kind.${timer.kind}`)
    : messages.text(`breaches.kind.${said?.doc.kind ?? 'delay'}`);

/** What an action comes from that is to keep it from happening again. */
export const originOf = (row: BreachRow): Origin => ({
  source: 'breach',
  sourceId: row.id,
  agreement: agreementOf(row),
  ...(row.timer && { metric: row.timer.metric }),
});

export const agreementOf = ({ timer, said }: BreachRow): string =>
  timer?.agreement ?? said?.doc.byHand?.agreement ?? '';
