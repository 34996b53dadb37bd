/**
 * What the halves of the site know of each other. `jira/` is Jira without Forge, `forge/` is Forge without Jira,
 * `pages/` is what a visitor sees; `site.ts` puts them together. Nothing here knows the app.
 */

/** Who makes a call. Jira answers by what that one may see and do. */
export type Caller =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'app' }
  | { readonly kind: 'anonymous' };

/** The site's one clock: every stamp, delay and limit that users can notice follows it, not the machine's. */
export interface SiteClock {
  /** Epoch milliseconds on the site. */
  now(): number;
  /** Runs `task` once when the site's clock reaches `at` (epoch ms); at once, but asynchronously, when it already has. */
  schedule(at: number, task: () => void | Promise<void>): { cancel(): void };
  /** Moves the clock forward to `at`, running what was scheduled on the way in order, each at its own instant. */
  moveTo(at: number): Promise<void>;
  /**
   * What another thread or a page needs to compute the same clock by itself:
   * site time = `base` + (machine time − `anchor`) × `rate`.
   */
  reading(): ClockReading;
  /** Called with the new reading whenever the clock was moved or its rate changed. */
  onMove(listener: (reading: ClockReading) => void): () => void;
}

export interface ClockReading {
  readonly base: number;
  readonly anchor: number;
  readonly rate: number;
}

/** Something that happened in Jira, as Forge's product events describe it. */
export interface ProductEvent {
  /** Such as `avi:jira:updated:issue`. */
  readonly eventType: string;
  /** Who did it; the app itself when `by.kind` is `app` (that is what `ignoreSelf` filters). */
  readonly by: Caller;
  /** The documented payload of the event, without `eventType`, `selfGenerated` and `timestamp`. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What an installed app adds to Jira's own data, as its manifest says. */
export interface AppData {
  readonly fields: readonly AppField[];
  readonly properties: readonly AppIndexedProperty[];
  readonly permissions: readonly AppPermission[];
}

export interface AppField {
  /** The ARI of its module, which Jira takes for the field's key. */
  readonly ari: string;
  readonly name: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'user';
  /** Nobody but the app writes it. */
  readonly isReadOnly: boolean;
}

/** A permission that the app adds to those of projects; granted to nobody until an administrator does. */
export interface AppPermission {
  /** The ARI of its module, which is its key in Jira. */
  readonly ari: string;
  readonly name: string;
  readonly description: string;
  readonly category:
    'attachments' | 'comments' | 'issues' | 'other' | 'projects' | 'time_tracking' | 'voters_and_watchers';
}

/** A path of an issue property that is searched by its type, and by a name of its own when it has one. */
export interface AppIndexedProperty {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
  readonly alias?: string;
}

/** The Jira half as the Forge half sees it. */
export interface Jira {
  /** A REST request by `caller`; the URL's origin does not matter. Unknown operations answer 501 and are remembered. */
  rest(request: Request, caller: Caller): Promise<Response>;
  /** Called after each change, in order. */
  onEvent(listener: (event: ProductEvent) => void): () => void;
  /**
   * Makes these the app's fields, indexed properties and permissions; none when the app goes. Values stay with their fields,
   * grants with the scheme.
   */
  provide(data: AppData): void;
  /** Operations that were asked for and are not modelled, such as `GET /rest/api/3/field`. A test run fails on any. */
  readonly unmodelled: readonly string[];
}

/**
 * The scopes that allow an operation, such as `('GET', '/rest/api/3/issue/SLA-1')`: alternatives, each of which must be
 * granted whole. An empty alternative means that no scope is needed. Undefined: not known here, so Jira itself answers.
 */
export type ScopesOf = (method: string, path: string) => readonly (readonly string[])[] | undefined;

/** Facts about the site that Forge puts into contexts. */
export interface SiteIdentity {
  readonly cloudId: string;
  readonly siteUrl: string;
}

/** A signed-in visitor of the site's pages. */
export interface Visitor {
  readonly accountId: string;
  readonly displayName: string;
  /** BCP 47, such as `en-US` or `zh-CN`. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly theme: 'light' | 'dark';
  /** Somebody without a licence; absent for those who have one. */
  readonly unlicensed?: 'customer';
}

/** Where on the site a page of the app stands: what Forge signs into `context.extension`. */
export interface ModulePlace {
  /** The module's key in the manifest. */
  readonly moduleKey: string;
  /** For example `{ type: 'jira:issueContext', issue: { id, key, type, typeId }, project: { id, key, type } }`. */
  readonly extension: Readonly<Record<string, unknown>>;
}

/**
 * What the host page posts as JSON to `/__forge/bridge` for a page of the app. Nothing in it is to be trusted: the
 * server makes the `ModulePlace` from `page`, if its visitor may see that page.
 */
export interface BridgeRequest {
  /** Path and query of the host page on which the app's page stands. */
  readonly page: string;
  readonly moduleKey: string;
  /** Which of several places on that page it is: the id of a gadget of the dashboard. */
  readonly slot?: string;
  readonly command: string;
  readonly payload: unknown;
}

/** The answer to it; with status 403 when the visitor may not be where the page says it is. */
export type BridgeAnswer =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: string };

/** How the app is licensed here; Forge tells a free app nothing. */
export type LicenceState = 'free' | 'active' | 'inactive' | 'trial' | 'trial-expired';

/** The Forge half as the pages see it. */
export interface Forge {
  /** Runs the install life cycle (the installed event), and waits until the app's functions for it have ended. */
  install(): Promise<void>;
  /**
   * Removes the app, as a Jira administrator does: what runs ends, what it has stored is gone, its fields and modules too.
   * What it has written into issues stays.
   */
  uninstall(): Promise<void>;
  readonly isInstalled: boolean;
  /**
   * One command of the app's page over the bridge, such as `invoke` or `fetchProduct`, by this visitor at this place.
   * Only commands that need the server; those that the host page can do by itself never come here.
   * Rejects with an Error whose message the page may see, for an unknown command by its name.
   */
  bridge(command: string, payload: unknown, visitor: Visitor, place: ModulePlace): Promise<unknown>;
  /**
   * What the function for a module's dynamic properties says now, by this visitor at this place; undefined when the module
   * has none, or when it fails. As Jira calls it: `{ cloudId, extension }`.
   */
  dynamicProperties(visitor: Visitor, place: ModulePlace): Promise<DynamicProperties | undefined>;
  /** Modules of one type, such as `jira:issueContext`, with titles in the language of `locale`. */
  modules(type: string, locale: string): readonly ForgeModule[];
  /** `free` until it is set. What runs already keeps what it was told. */
  licence: LicenceState;
  /** Resolves when no event, queue job or function is under way or due at the site's present instant. */
  settled(): Promise<void>;
  readonly faults: FaultControl;
  /** What the functions wrote to the console and what they threw, newest last; bounded. */
  readonly log: readonly ForgeLogLine[];
  close(): Promise<void>;
}

/** Faults on demand, as whoever drives the site from outside sees them. */
export interface FaultControl {
  /** Takes a rule of the form that forge/fault-rules.ts gives. @throws Error that says what is wrong with it. */
  add(rule: unknown): void;
  /** Those that last, with how many they have hit. */
  readonly rules: readonly unknown[];
  clear(): void;
}

export interface ForgeModule extends ModuleOptions {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  /** What a gadget does, in the reader's language. */
  readonly description?: string;
  /** Path of the module's page under the origin of the app's pages, such as `/app/issue-timers.html`. */
  readonly page: string;
}

/** A lozenge or a badge beside a panel's title. */
export interface ModuleStatus {
  readonly type: 'lozenge' | 'badge';
  readonly value: { readonly label: string; readonly type?: string };
}

export interface DynamicProperties {
  readonly status?: ModuleStatus;
}

/** What the manifest says besides of some types of modules; absent where it says nothing. */
export interface ModuleOptions {
  /** Path of its icon, as that of its page. */
  readonly icon?: string;
  /** What stands beside its title until its dynamic properties say something else. */
  readonly status?: ModuleStatus;
  /** Page of a gadget's edit entry point. */
  readonly editPage?: string;
  /** The gadget refreshes itself (`refreshable: false`): Jira raises an event instead of loading it anew. */
  readonly ownRefresh?: true;
  /** What an admin page is linked for in the list of apps, instead of standing in the sidebar. */
  readonly use?: 'config' | 'getStarted';
  /** How big the modal of a menu action is. */
  readonly size?: 'small' | 'medium' | 'large' | 'xlarge';
  /** People without a licence who may use the module. */
  readonly unlicensedAccess?: readonly ('unlicensed' | 'customer')[];
}

export interface ForgeLogLine {
  readonly at: number;
  readonly functionKey: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly text: string;
}
