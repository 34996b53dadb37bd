import { createContext, useContext } from 'react';
import type { CalendarsView } from '../../../../../../src/contract/calendars';
import type { Finding } from '../../../../../../src/domain/agreement/lint';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { useReader } from '../../../parts/reader-context';
import { problemText } from '../../../text/failure-text';
import { lies } from './check-draft';

interface Editor {
  readonly shape: ProjectShape;
  readonly calendars: CalendarsView;
  readonly findings: readonly Finding[];
  readonly now: Instant;
  /** When the timers of all examples start. */
  readonly startsAt: Instant;
}

const EditorContext = createContext<Editor | undefined>(undefined);

export const EditorProvider = EditorContext.Provider;

/** What an agreement that is edited can be made of, and what was found in it so far. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('A part of the agreement editor stands outside the EditorProvider');
  return editor;
}

/** What was found at a place of the draft and within it. */
export function useFindings(place: string): readonly Finding[] {
  return useEditor().findings.filter(({ path }) => lies(path, place));
}

/** What is wrong with the field for a place of the draft, in the reader's language. */
export function useMistake(place: string): string | undefined {
  const { messages } = useReader();
  const [first] = useFindings(place).filter(({ severity }) => severity === 'error');
  return first && problemText(first, messages);
}
