import type { MonitoringView } from '../../../../../src/contract/breaches';
import type { OutageRow, OutagesView } from '../../../../../src/contract/outages';
import { lengthOf } from '../../../../../src/domain/outage/outage';
import type { Instant } from '../../../../../src/domain/time/instant';
import { durationText } from '../../text/duration';
import type { Messages } from '../../text/messages';

/** What ids in an outage are called. */
export interface Known {
  readonly monitoring: MonitoringView;
  readonly services: OutagesView['services'];
}

/** What a service is called now; its id where it is not there any more. */
export const serviceName = (id: string, services: OutagesView['services']): string =>
  services.find((service) => service.id === id)?.name ?? id;

/** How long it lasted, or has lasted. */
export const lastedText = ({ doc }: Pick<OutageRow, 'doc'>, now: Instant, messages: Messages): string =>
  durationText(lengthOf(doc, now), messages);
