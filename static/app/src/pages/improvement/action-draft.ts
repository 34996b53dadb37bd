import type { PayloadOf } from '../../../../../src/contract/resolver-api';
import type {
  ImprovementAction,
  ImprovementKind,
  ImprovementSource,
  Nonconformity,
} from '../../../../../src/domain/improvement/improvement';

/** An action as somebody has it in the fields of a form; empty where they have said nothing. */
export interface ActionDraft {
  readonly title: string;
  readonly description: string;
  readonly kind: ImprovementKind;
  readonly source: ImprovementSource;
  readonly sourceId: string;
  readonly agreement: string;
  readonly metric: string;
  readonly owner: string;
  readonly due: string;
  readonly nonconformity: Nonconformity;
}

const NO_FINDING: Nonconformity = { finding: '', correction: '', cause: '', prevention: '', proof: '' };

/** What the form begins with. */
export function draftOf(begun: Partial<ImprovementAction>): ActionDraft {
  const { title = '', description = '', kind = 'process', source = 'review', due = '' } = begun;
  const { sourceId = '', agreement = '', metric = '', owner = '', nonconformity = NO_FINDING } = begun;
  return { title, description, kind, source, sourceId, agreement, metric, owner, due, nonconformity };
}

/** What is saved of it. What stands in a field that is not shown is left out. */
export function docOf(draft: ActionDraft, id: string | undefined): PayloadOf<'saveAction'>['doc'] {
  const { sourceId, agreement, metric, nonconformity, ...text } = draft;
  return {
    ...text,
    ...(id !== undefined && { id }),
    ...(sourceId && { sourceId }),
    ...(agreement && { agreement }),
    ...(agreement && metric && { metric }),
    ...(draft.source === 'audit' && { nonconformity }),
  };
}
