import type { ReactElement } from 'react';
import type { AgreementView } from '../../../../../src/contract/agreements';
import { writeAgreement } from '../../../../../src/domain/agreement/write-agreement';
import { knownAmong } from '../../../../../src/domain/agreement/known-field';
import { useProjectShape } from '../../data/use-project-shape';
import { Disclosure } from '../../parts/disclosure';
import { FailureNotice } from '../../parts/failure-notice';
import { useReader } from '../../parts/reader-context';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { AgreementSaid } from './said/agreement-said';
import { linesOf } from './said/lines';
import { useKnown } from './said/use-known';
import { useKnowingReader } from './said/use-knowing-reader';

/** What the latest version says, or the draft where there is none yet. */
export function LatestSaid({ view: { latest, draft, row } }: { readonly view: AgreementView }): ReactElement {
  const { messages } = useReader();
  const { data: shape, error, refetch } = useProjectShape();
  const reader = useKnowingReader(shape);
  const text = latest && shape ? writeAgreement(latest, knownAmong(shape.fields)) : draft?.doc.text;
  const known = useKnown(latest, draft?.doc.text ?? null);
  return (
    <Disclosure
      summary={
        row.version === null
          ? messages.text('agreements.draftSays')
          : messages.text('agreements.versionSays', { version: row.version })
      }
      open={row.version === null || undefined}
    >
      {error && <FailureNotice error={error} retry={() => void refetch()} />}
      {!shape && !error && <DefinitionsSkeleton />}
      {shape && text && <AgreementSaid heading="h3" lines={linesOf(text, known, reader)} />}
    </Disclosure>
  );
}
