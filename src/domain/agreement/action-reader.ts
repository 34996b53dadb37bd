import { namesIn, placeholders, textsOf, type ActionOf } from '../alert/action';
import { listed, problem } from '../problem';
import type { Reference } from '../timer/condition';
import { readValue } from './condition-reader';
import type { DraftReading } from './draft-reading';

/** Reads what is done when a threshold is passed: finds the priority that it names, and checks its texts. */
export function readAction(
  draft: ActionOf<string>,
  path: string,
  reading: DraftReading,
): ActionOf<Reference> {
  for (const [name, text] of Object.entries(textsOf(draft))) {
    if (text.trim() === '') reading.problems.push(problem('action.no-text', `${path}.${name}`));
    const found = namesIn(text).find((each) => !placeholders.some((known) => known === each));
    if (found !== undefined) {
      const details = { found, known: listed(placeholders) };
      reading.problems.push(problem('action.unknown-placeholder', `${path}.${name}`, details));
    }
  }
  if ('notify' in draft && draft.notify.length === 0) {
    reading.problems.push(problem('action.nobody', `${path}.notify`));
  }
  if (!('priority' in draft)) return draft;
  return { priority: readValue('priority', draft.priority, `${path}.priority`, reading) };
}
