import type { PayloadOf } from '../../../../../src/contract/resolver-api';
import type { Degree, Outage } from '../../../../../src/domain/outage/outage';
import type { Zone } from '../../../../../src/domain/time/zone';
import { instantOf, wallInput } from '../../text/wall-input';

/** An outage while somebody writes it: what is not said is empty. */
export interface OutageDraft {
  readonly service: string;
  readonly begin: string;
  readonly end: string;
  readonly planned: boolean;
  readonly degree: Degree;
  readonly cause: string;
  readonly issue: string;
  readonly explanation: string;
  readonly major: boolean;
  readonly rpo: '' | 'kept' | 'lost';
  readonly rpoNote: string;
  readonly lookBackCause: string;
  readonly measures: string;
}

/** What the form begins with. */
export function draftOf(doc: Outage | undefined, service: string, zone: Zone): OutageDraft {
  const { rpo, lookBack } = doc ?? {};
  return {
    service: doc?.service ?? service,
    begin: doc ? wallInput(doc.begin, zone) : '',
    end: doc?.end === undefined ? '' : wallInput(doc.end, zone),
    planned: doc?.planned ?? false,
    degree: doc?.degree ?? 'full',
    cause: doc?.cause ?? '',
    issue: doc?.issue ?? '',
    explanation: doc?.explanation ?? '',
    major: doc?.major ?? false,
    rpo: rpo ? (rpo.kept ? 'kept' : 'lost') : '',
    rpoNote: rpo?.note ?? '',
    lookBackCause: lookBack?.cause ?? '',
    measures: lookBack?.measures ?? '',
  };
}

type Saved = PayloadOf<'saveOutage'>['doc'];

/** What a draft says, or the fields that nobody can read. */
export function outageOf(
  draft: OutageDraft,
  kept: Outage | undefined,
  zone: Zone,
): Saved | { readonly unreadable: readonly string[] } {
  const begin = timeIn(draft.begin, kept?.begin, zone);
  const end = timeIn(draft.end, kept?.end, zone);
  const isEndWrong = end === undefined && draft.end !== '';
  if (begin === undefined || isEndWrong)
    return { unreadable: [...(begin === undefined ? ['begin'] : []), ...(isEndWrong ? ['end'] : [])] };
  const { service, planned, degree, explanation, cause, issue, major, rpo, rpoNote } = draft;
  const lookBack = { cause: draft.lookBackCause, measures: draft.measures };
  return {
    ...(kept && { id: kept.id }),
    service,
    begin,
    ...(end !== undefined && { end }),
    planned,
    degree,
    explanation,
    ...(cause && { cause }),
    ...(issue.trim() && { issue }),
    ...(major && { major }),
    ...(rpo && { rpo: { kept: rpo === 'kept', note: rpoNote } }),
    ...((lookBack.cause.trim() || lookBack.measures.trim()) && { lookBack }),
  };
}

/** The field shows minutes; what lies within one stays as it was. */
function timeIn(text: string, kept: Outage['end'], zone: Zone): Outage['end'] {
  const at = instantOf(text, zone);
  return at !== undefined && kept !== undefined && minuteOf(kept) === minuteOf(at) ? kept : at;
}

const minuteOf = (at: number): number => Math.floor(at / 60_000);
