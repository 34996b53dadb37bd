import type { ReactElement } from 'react';
import type { DefinitionsView } from '../../../../../src/contract/views';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { placeText } from './place-text';
import { ProblemList } from './problem-list';

/** What in the definitions in force somebody should look at; nothing where there is nothing. */
export function Findings({ definitions }: { readonly definitions: DefinitionsView }): ReactElement | null {
  const { messages } = useReader();
  const { findings } = definitions;
  if (findings.length === 0) return null;
  return (
    <Notice tone="warning" title={messages.text('settings.findings', { count: findings.length })}>
      <ProblemList problems={findings} placeOf={(path) => placeText(path, definitions, messages)} />
    </Notice>
  );
}
