import type { Agreement } from '../domain/agreement/agreement';
import type { AgreementDetails } from '../domain/agreement/details';
import type { AgreementState } from '../domain/agreement/life';
import { agreementNow } from './coverage';
import { agreementsOf, openDraft, type AgreementFile } from './agreements-of';
import type { AccountId, Ports, ProjectId } from './ports';
import type { Instant } from '../domain/time/instant';

/** Who does what for an agreement, by the version that is in force, will be or was; before the first, by its draft (P9). */
export interface AgreementRoles extends Pick<AgreementDetails, 'roles' | 'parties'> {
  readonly id: Agreement['id'];
  readonly name: string;
  readonly kind: Agreement['kind'];
  readonly state: AgreementState;
}

export interface RightsView {
  /** Whether the person who asks administers Jira. */
  readonly mayAdminister: boolean;
  /** Those that are not archived. */
  readonly agreements: readonly AgreementRoles[];
}

/** @throws JiraUnavailable */
export async function viewRights(
  ports: Pick<Ports, 'records' | 'clock' | 'rights'>,
  project: ProjectId,
  account: AccountId,
): Promise<RightsView> {
  const mayAdminister = await ports.rights.mayAdminister(account);
  const now = ports.clock.now();
  const files = [...(await agreementsOf(ports, project)).values()];
  return { mayAdminister, agreements: files.flatMap((file) => rolesOf(file, now) ?? []) };
}

function rolesOf(file: AgreementFile, now: Instant): AgreementRoles | undefined {
  const current = agreementNow(file, now);
  const text = current?.doc ?? openDraft(file)?.doc.text;
  const state = current?.state ?? 'draft';
  if (!text || state === 'archived') return undefined;
  const { id, name, kind, details: { roles, parties } = {} } = text;
  return { id, name, kind, state, ...(roles && { roles }), ...(parties && { parties }) };
}
