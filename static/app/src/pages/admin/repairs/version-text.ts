import type { RepairsView } from '../../../../../../src/contract/repairs';
import { revisionNumber } from '../../../../../../src/domain/agreement/revisions';
import type { Instant } from '../../../../../../src/domain/time/instant';
import type { Reader } from '../../../text/reader';
import { whenText } from '../../../text/when';

type Version = RepairsView['agreements'][number]['versions'][number];

/** A version of an agreement as people choose it: `Revision 3, published yesterday 10:00`. */
export function versionText({ version, at }: Version, now: Instant, reader: Reader): string {
  return reader.messages.text('admin.repairs.form.versionNamed', {
    revision: revisionNumber(version),
    at: whenText(at, now, reader),
  });
}
