import type { Calendar } from '../calendar/calendar';
import type { Condition } from '../timer/condition';
import type { HoursTier, StrengthTier } from './tiers';

/** A draft is nobody's promise yet; a retired service is promised no more, and may be published again. */
export const serviceStates = ['draft', 'published', 'retired'] as const;
export type ServiceState = (typeof serviceStates)[number];

/** What customers know stands first; it rests on the others (C2). */
export const serviceKinds = ['business', 'application', 'infrastructure', 'network'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const serviceCategories = ['basic', 'value-added', 'customised'] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

export const deliveryMethods = [
  'on-site',
  'resident',
  'remote',
  'telephone',
  'online',
  'self-service',
] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];

/** How much the business process it carries depends on it (C8). */
export const criticalities = ['critical', 'important', 'ordinary'] as const;
export type Criticality = (typeof criticalities)[number];

/** A service of the catalogue as somebody writes it (C1–C3, C8). */
export interface ServiceText {
  readonly id: string;
  readonly name: string;
  /** In the customer's language. */
  readonly summary?: string;
  readonly kind: ServiceKind;
  readonly category?: ServiceCategory;
  readonly state: ServiceState;
  readonly delivery?: readonly DeliveryMethod[];
  /** How often it is given, such as `monthly`. */
  readonly frequency?: string;
  readonly price?: Price;
  /** The calendar of its service hours. */
  readonly hours?: Calendar['id'];
  readonly hoursTier?: HoursTier;
  readonly strengthTier?: StrengthTier;
  /** Headline goals, as customers read them. */
  readonly goals?: string;
  /** When it counts as given as agreed. */
  readonly acceptance?: string;
  /** Its recovery time objective: within so much real time it is restored, such as `4h`. */
  readonly rto?: string;
  /** Its recovery point objective: no more than the data of so much time is lost, such as `15m`. */
  readonly rpo?: string;
  /** The account of whoever answers for it. */
  readonly owner?: string;
  readonly customers?: readonly string[];
  readonly criticality?: Criticality;
  /** The business process that it carries. */
  readonly process?: string;
  /** The services beneath it. One service may carry several; none may carry itself. */
  readonly restsOn?: readonly string[];
  /** Which issues belong to it: a state of their fields. None when left out. */
  readonly mapping?: Condition;
  /** Keys of the configuration items that it depends on. */
  readonly assets?: readonly string[];
}

export interface Price {
  /** A decimal number, such as `1200.50`. */
  readonly amount: string;
  /** Of what, for what, such as `EUR per seat and month`. */
  readonly unit: string;
}

/** What agreements rest on: a change of it has whoever answers for them look at them again (C10). */
export const aspects = ['mapping', 'hours', 'tier', 'goals', 'state', 'capability'] as const;
export type Aspect = (typeof aspects)[number];

/** A service as it is kept. */
export interface Service extends ServiceText {
  /** The number of the revision in which each aspect changed last, of those that changed since the first one. */
  readonly changedIn?: Partial<Readonly<Record<Aspect, number>>>;
}

/** As many characters as each text of a service may have. */
export const LONGEST_TEXT = {
  summary: 1_000,
  frequency: 200,
  goals: 1_500,
  acceptance: 1_500,
  process: 200,
} as const;
