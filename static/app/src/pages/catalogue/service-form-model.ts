import { serviceProblems, type Neighbour } from '../../../../../src/domain/catalogue/service-rules';
import type { ServiceState, ServiceText } from '../../../../../src/domain/catalogue/service';
import { problem, type Problem } from '../../../../../src/domain/problem';
import type { Condition } from '../../../../../src/domain/timer/condition';
import { idFor } from '../calendars/draft';
import { conditionOf, groupsOf, type Groups } from './mapping-groups';

type Blank<Value> = Value | '';
type Optional<Key extends keyof ServiceText> = Blank<NonNullable<ServiceText[Key]>>;

/** A service while somebody edits it: what is not said is blank, and lists of words are texts with one a line. */
export interface ServiceForm extends Pick<ServiceText, 'id' | 'name' | 'kind' | 'state'> {
  readonly summary: string;
  readonly category: Optional<'category'>;
  readonly delivery: NonNullable<ServiceText['delivery']>;
  readonly frequency: string;
  readonly amount: string;
  readonly unit: string;
  readonly hours: string;
  readonly hoursTier: Optional<'hoursTier'>;
  readonly strengthTier: Optional<'strengthTier'>;
  readonly goals: string;
  readonly acceptance: string;
  readonly rto: string;
  readonly rpo: string;
  readonly owner: string;
  readonly customers: string;
  readonly criticality: Optional<'criticality'>;
  readonly process: string;
  readonly restsOn: readonly string[];
  readonly groups: Groups;
  /** A mapping that is not made of groups. */
  readonly otherMapping: Condition | undefined;
  readonly assets: string;
}

export const newForm = (): ServiceForm => formOf({ id: '', name: '', kind: 'business', state: 'draft' });

export function formOf(text: ServiceText): ServiceForm {
  const { mapping } = text;
  const groups = mapping ? groupsOf(mapping) : [];
  return {
    id: text.id,
    name: text.name,
    kind: text.kind,
    state: text.state,
    summary: text.summary ?? '',
    category: text.category ?? '',
    delivery: text.delivery ?? [],
    frequency: text.frequency ?? '',
    amount: text.price?.amount ?? '',
    unit: text.price?.unit ?? '',
    hours: text.hours ?? '',
    hoursTier: text.hoursTier ?? '',
    strengthTier: text.strengthTier ?? '',
    goals: text.goals ?? '',
    acceptance: text.acceptance ?? '',
    rto: text.rto ?? '',
    rpo: text.rpo ?? '',
    owner: text.owner ?? '',
    customers: (text.customers ?? []).join('\n'),
    criticality: text.criticality ?? '',
    process: text.process ?? '',
    restsOn: text.restsOn ?? [],
    groups: groups ?? [],
    otherMapping: groups ? undefined : mapping,
    assets: (text.assets ?? []).join('\n'),
  };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * What a form says, without what was left blank.
 *
 * @param taken ids that other services have.
 */
export function textOf(form: ServiceForm, taken: readonly string[]): ServiceText {
  const { amount, unit, customers, assets, groups, otherMapping, delivery, restsOn, ...rest } = form;
  const [price, mapping] = [
    { amount: amount.trim(), unit: unit.trim() },
    otherMapping ?? conditionOf(groups),
  ];
  const name = form.name.trim();
  const written = Object.entries(rest).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : []));
  return {
    ...(Object.fromEntries(written) as Partial<ServiceText>),
    id: form.id || idFor(name, taken, 'service'),
    name,
    kind: form.kind,
    state: form.state,
    ...((price.amount || price.unit) && { price }),
    ...(lines(customers).length > 0 && { customers: lines(customers) }),
    ...(lines(assets).length > 0 && { assets: lines(assets) }),
    ...(delivery.length > 0 && { delivery }),
    ...(restsOn.length > 0 && { restsOn }),
    ...(mapping && { mapping }),
  };
}

/** As many characters as a name, a customer or an asset key may have. */
const LONGEST_NAME = 120;

/** Everything that is wrong with a form, its place as in `doc.restsOn[0]`; rows of a mapping as `doc.mapping[0][1]`. */
export function formProblems(
  form: ServiceForm,
  services: readonly Neighbour[],
  calendars: readonly string[],
  before: ServiceState | undefined,
): Problem[] {
  const text = textOf(
    form,
    services.map(({ id }) => id),
  );
  const tooLong = (path: string, names: readonly string[]): Problem[] =>
    names.some((name) => name.length > LONGEST_NAME)
      ? [problem('name.long', path, { most: String(LONGEST_NAME) })]
      : [];
  return [
    ...(text.name === '' ? [problem('name.missing', 'doc.name')] : tooLong('doc.name', [text.name])),
    ...tooLong('doc.customers', text.customers ?? []),
    ...tooLong('doc.assets', text.assets ?? []),
    ...form.groups.flatMap((rows, group) =>
      rows.flatMap(({ field, values }, row) =>
        field === '' || values.length === 0
          ? problem('condition.empty', `doc.mapping[${group}][${row}]`)
          : [],
      ),
    ),
    ...serviceProblems(text, { services, calendars, before }),
  ];
}

/** The parts of the form that open when they are wanted, each with the fields in it. */
export const formGroups = {
  level: ['hours', 'hoursTier', 'strengthTier', 'rto', 'rpo', 'goals', 'acceptance'],
  people: ['owner', 'customers', 'category', 'criticality', 'process'],
  mapping: ['mapping', 'assets'],
  hierarchy: ['restsOn'],
  delivery: ['delivery', 'frequency', 'price'],
} as const;
export type FormGroup = keyof typeof formGroups;

/** The parts of the form in which these problems lie. */
export function groupsWith(problems: readonly Problem[]): FormGroup[] {
  const fields = problems.map(({ path }) => /^doc\.(\w+)/.exec(path)?.[1] ?? '');
  return (Object.keys(formGroups) as FormGroup[]).filter((group) =>
    (formGroups[group] as readonly string[]).some((field) => fields.includes(field)),
  );
}
