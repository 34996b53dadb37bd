import { lazy, Suspense, type ComponentType, type ReactElement } from 'react';
import { useGadgetHere, useProject, useRefreshOf } from '../../data/use-gadget';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import type { GadgetHere } from '../../platform/gadget';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { NoAccess, type ShownProps } from './gadget-frame';
import styles from './gadgets.module.css';
import { gadgetKindOf, settingsIn, type GadgetKind } from './settings';

/** Each comes when it is wanted: a dashboard loads the page once for every gadget. */
const shownAs = {
  attainment: lazy(async () => ({ default: (await import('./attainment')).Attainment })),
  'due-next': lazy(async () => ({ default: (await import('./due-next')).DueNext })),
  'breach-causes': lazy(async () => ({ default: (await import('./breach-causes')).BreachCauses })),
  'falling-due': lazy(async () => ({ default: (await import('./falling-due')).FallingDueList })),
} as const satisfies Readonly<Record<GadgetKind, ComponentType<ShownProps>>>;

const SettingsForm = lazy(async () => ({ default: (await import('./settings-form')).SettingsForm }));

/** A gadget on a dashboard, or its settings while they are open. */
export function Gadget(): ReactElement {
  const { messages } = useReader();
  const { data: here, isError } = useGadgetHere();
  const kind = here && gadgetKindOf(here.key);
  if (isError || (here && !kind)) return <Notice tone="error">{messages.text('failure.page')}</Notice>;
  if (!here || !kind) return <DefinitionsSkeleton />;
  return (
    <div className={styles['gadget']}>
      <h1 className="visually-hidden">{messages.text(`module.gadget.${kind}.title`)}</h1>
      <Suspense fallback={<DefinitionsSkeleton />}>
        {here.isEdited ? (
          <SettingsForm kind={kind} saved={settingsIn(here.configuration)} />
        ) : (
          <Content here={here} kind={kind} />
        )}
      </Suspense>
    </div>
  );
}

interface ContentProps {
  readonly here: GadgetHere;
  readonly kind: GadgetKind;
}

function Content({ here, kind }: ContentProps): ReactElement {
  const { messages } = useReader();
  useRefreshOf(here.id);
  const { project, ...settings } = settingsIn(here.configuration);
  if (project === undefined) {
    return (
      <Notice tone="information" title={messages.text('gadgets.unset.title')}>
        {messages.text('gadgets.unset.text')}
      </Notice>
    );
  }
  return <OfProject id={project} kind={kind} settings={settings} />;
}

interface OfProjectProps extends Pick<ContentProps, 'kind'> {
  readonly id: string;
  readonly settings: ShownProps['settings'];
}

/** What it shows is asked for only where Jira lets the reader see the project; the server asks Jira once more. */
function OfProject({ id, kind, settings }: OfProjectProps): ReactElement {
  const { messages } = useReader();
  const { data: project, error, refetch } = useProject(id);
  const Shown = shownAs[kind];
  if (error && project === undefined) {
    const retry = (): void => void refetch();
    return <FailureNotice error={error} retry={retry} title={messages.text('gadgets.failed')} />;
  }
  if (project === undefined) return <DefinitionsSkeleton label={messages.text('gadgets.loading')} />;
  return project ? <Shown project={project} settings={settings} /> : <NoAccess />;
}
