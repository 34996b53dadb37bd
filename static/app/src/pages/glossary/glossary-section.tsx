import { useState, type ReactElement } from 'react';
import type { GlossaryView } from '../../../../../src/contract/glossary';
import type { Home } from '../../data/use-calendars';
import { useGlossary } from '../../data/use-glossary';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { TermEditor } from './term-editor';
import { TermList } from './term-list';

const SECTION = 'glossary';
/** In the address instead of an id; no id has such a sign. */
const NEW = '~new';

/** The site's glossary (A22): to be read in a project, to be written by who administers Jira. */
export function GlossarySection({ home }: { readonly home: Home }): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useGlossary(home);
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('glossary.noRights')}</Notice>;
  }
  if (data) return <Loaded home={home} view={data} refetch={async () => (await refetch()).data} />;
  return error ? (
    <FailureNotice error={error} retry={() => void refetch()} title={messages.text('glossary.failed')} />
  ) : (
    <DefinitionsSkeleton label={messages.text('glossary.loading')} />
  );
}

interface Props {
  readonly home: Home;
  readonly view: GlossaryView;
  readonly refetch: () => Promise<GlossaryView | undefined>;
}

function Loaded({ home, view, refetch }: Props): ReactElement {
  const { messages } = useReader();
  const { parts, go, keep } = useAddress();
  const [said, setSaid] = useState<string>();
  const [, which] = parts;
  const keptIn = ({ terms }: GlossaryView) =>
    terms.find(({ record }) => record.id === which && !record.removed);
  const kept = keptIn(view);
  if (home === 'site' && (kept || which === NEW)) {
    return (
      <TermEditor
        key={which}
        view={view}
        kept={kept}
        back={() => go(SECTION)}
        done={(text) => {
          setSaid(text);
          keep(false);
          go(SECTION);
        }}
        reload={async () => {
          const newer = await refetch();
          return newer && keptIn(newer);
        }}
      />
    );
  }
  return (
    <div className="section">
      {which !== undefined && <Notice tone="warning">{messages.text('glossary.gone')}</Notice>}
      {said !== undefined && <Notice tone="success">{said}</Notice>}
      <TermList
        view={view}
        {...(home === 'site' && {
          edits: {
            open: (id) => {
              setSaid(undefined);
              go(SECTION, id ?? NEW);
            },
            say: setSaid,
          },
        })}
      />
    </div>
  );
}
