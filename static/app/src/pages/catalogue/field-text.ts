import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { ListedService } from '../../../../../src/contract/catalogue';
import type { ListedField } from '../../../../../src/domain/agreement/known-field';
import type { ServiceText } from '../../../../../src/domain/catalogue/service';
import type { Names } from '../../platform/site-names';
import type { Reader } from '../../text/reader';
import { mappingText } from './mapping-text';

/** What ids are called. */
export interface KnownNames {
  readonly services: readonly ListedService[];
  readonly calendars: CalendarsView['calendars'];
  readonly people: Names;
  readonly fields: readonly ListedField[];
}

/** What a field of a service says, in the reader's language. */
export function fieldText(
  field: keyof ServiceText,
  service: ServiceText,
  names: KnownNames,
  reader: Reader,
): string {
  const { messages, locale } = reader;
  const list = (texts: readonly string[]): string => new Intl.ListFormat(locale).format(texts);
  const texts: { readonly [Key in keyof ServiceText]-?: (value: NonNullable<ServiceText[Key]>) => string } = {
    id: String,
    name: String,
    summary: String,
    frequency: String,
    goals: String,
    acceptance: String,
    process: String,
    rto: String,
    rpo: String,
    kind: (kind) => messages.text(`service.kind.${kind}`),
    state: (state) => messages.text(`service.state.${state}`),
    category: (category) => messages.text(`service.category.${category}`),
    criticality: (criticality) => messages.text(`service.criticality.${criticality}`),
    hoursTier: (tier) => messages.text(`service.hoursTier.${tier}`),
    strengthTier: (tier) => messages.text(`service.strengthTier.${tier}`),
    delivery: (methods) => list(methods.map((method) => messages.text(`service.delivery.${method}`))),
    price: (price) => messages.text('service.price.said', { ...price }),
    hours: (id) => names.calendars.find(({ record }) => record.id === id)?.record.name ?? id,
    owner: (account) => names.people.get(account) ?? messages.text('person.unknown'),
    customers: list,
    assets: list,
    restsOn: (ids) => list(ids.map((id) => names.services.find((each) => each.id === id)?.name ?? id)),
    mapping: (mapping) => mappingText(mapping, names.fields, reader),
  };
  const value = service[field];
  const said = texts[field] as (value: unknown) => string;
  return value === undefined ? messages.text('service.none') : said(value);
}
