import type { ReactElement } from 'react';
import { useAddress } from '../../parts/address';
import { AgreementList } from './agreement-list';
import { AgreementPage } from './agreement-page';
import { DraftPage } from './draft-page';
import { NewAgreement } from './new-agreement';
import { PublishPage } from './publish/publish-page';

/** Addresses below an agreement's own. */
export const EDIT = 'edit';
export const PUBLISH = 'publish';
/** The address of an agreement that is not there yet. No id begins so. */
export const NEW = '+';

/** The agreements of a project: a list, a page for each with its life, and an editor for what comes next. */
export function AgreementsSection(): ReactElement {
  const [, id, part] = useAddress().parts;
  if (id === undefined) return <AgreementList />;
  if (id === NEW) return <NewAgreement />;
  if (part === EDIT) return <DraftPage key={id} id={id} />;
  return part === PUBLISH ? <PublishPage key={id} id={id} /> : <AgreementPage key={id} id={id} />;
}
