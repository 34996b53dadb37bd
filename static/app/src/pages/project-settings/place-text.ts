import type { DefinitionsView } from '../../../../../src/contract/views';
import type { Messages } from '../../text/messages';

/** Where something stands in the definitions in force, by the names that the page shows: `Service desk › Response › High`. */
export function placeText(path: string, definitions: DefinitionsView, messages: Messages): string {
  const indexOf = (list: string): number => Number(new RegExp(`\\b${list}\\[(\\d+)\\]`).exec(path)?.[1]);
  const agreement = definitions.agreements[indexOf('agreements')];
  const metric = agreement?.metrics[indexOf('metrics')];
  const names = [
    definitions.calendars[indexOf('calendars')]?.name,
    agreement?.name,
    metric && messages.text(`timer.kind.${metric.kind}`),
    metric?.goals[indexOf('goals')]?.name,
  ].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' › ') : path;
}
