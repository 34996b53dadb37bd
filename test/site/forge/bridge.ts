import * as v from 'valibot';
import type { ModulePlace, SiteIdentity, Visitor } from '../seams';
import type { Functions } from './functions';
import type { Installation } from './installation';
import { INVOKE_REQUEST_BYTES } from './limits';
import { pageAt, type Manifest, type PageModule } from './manifest';
import type { Platform } from './platform';

/** The commands of `@forge/bridge` that need the server. */
export interface Bridge {
  /** @throws Error whose message the page may see */
  call(command: string, payload: unknown, visitor: Visitor, place: ModulePlace): Promise<unknown>;
  /** Commands that pages asked for and that are not modelled, such as `bridge openRovo`. */
  readonly unmodelled: readonly string[];
}

export interface BridgeOptions {
  readonly manifest: Manifest;
  readonly functions: Functions;
  readonly platform: Platform;
  readonly installation: Installation;
  readonly identity: SiteIdentity;
}

/** A command as it comes from a page that stands on the site. */
interface Command {
  readonly payload: unknown;
  readonly visitor: Visitor;
  readonly place: ModulePlace;
  readonly module: PageModule;
}

const invokePayload = v.object({
  invokeType: v.optional(v.string()),
  functionKey: v.optional(v.string(), ''),
  payload: v.optional(v.unknown()),
  metadata: v.optional(v.unknown()),
});

const fetchPayload = v.object({
  product: v.string(),
  restPath: v.pipe(v.string(), v.startsWith('/')),
  fetchRequestInit: v.object({
    method: v.optional(v.string(), 'GET'),
    body: v.nullish(v.string()),
    headers: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
  }),
  isMultipartFormData: v.optional(v.boolean(), false),
});

const modalPayload = v.object({ resource: v.nullish(v.string(), null), size: v.unknown() });

export function createBridge({
  manifest,
  functions,
  platform,
  installation,
  identity,
}: BridgeOptions): Bridge {
  const unmodelled: string[] = [];
  const commands = new Map<string, (command: Command) => Promise<unknown>>([
    ['invoke', invoke],
    ['fetchProduct', fetchProduct],
    ['getContext', async (command) => fullContext(command)],
    ['openModal', openModal],
  ]);

  function refuse(name: string): Error {
    if (!unmodelled.includes(name)) unmodelled.push(name);
    return new Error(`Not modelled by the site: ${name}`);
  }

  async function invoke({ payload: input, visitor, place, module }: Command): Promise<unknown> {
    const { invokeType, functionKey, payload, metadata } = v.parse(invokePayload, input);
    if (invokeType !== undefined) throw refuse(`bridge invoke of ${invokeType}`);
    if (metadata !== undefined) throw refuse('bridge invoke with metadata');
    if (Buffer.byteLength(JSON.stringify(payload ?? null)) > INVOKE_REQUEST_BYTES) {
      throw invokeError(`The request is larger than ${INVOKE_REQUEST_BYTES} bytes`);
    }
    if (module.resolver === undefined) throw invokeError(`Module ${module.key} has no resolver`);
    try {
      return await functions.invoke({
        kind: 'resolver',
        functionKey: module.resolver,
        moduleKey: module.key,
        moduleType: module.type,
        accountId: visitor.accountId,
        payload: {
          call: { functionKey, payload },
          context: {
            ...resolverContext(visitor, place),
            accountType: visitor.unlicensed ?? 'licensed',
          },
        },
      });
    } catch (error) {
      throw invokeError(error instanceof Error ? error.message : String(error));
    }
  }

  async function fetchProduct({ payload, visitor }: Command): Promise<unknown> {
    const { product, restPath, fetchRequestInit, isMultipartFormData } = v.parse(fetchPayload, payload);
    if (product !== 'jira') throw refuse(`bridge fetchProduct of ${product}`);
    if (isMultipartFormData) throw refuse('bridge fetchProduct with form data');
    const { method, body, headers } = fetchRequestInit;
    const request = new Request(new URL(restPath, identity.siteUrl), { method, headers, body: body ?? null });
    const response = await platform.jira(request, { kind: 'user', accountId: visitor.accountId });
    return {
      body: await response.text(),
      headers: Object.fromEntries(response.headers.entries()),
      status: response.status,
      statusText: response.statusText,
    };
  }

  /** Where the page of a modal is; without a resource it is the page that asks, which knows where it is. */
  async function openModal({ payload }: Command): Promise<unknown> {
    const { resource, size } = v.parse(modalPayload, payload);
    if (size === 'resizable') throw refuse('bridge openModal of size resizable');
    if (resource === null) return { page: null };
    const page = pageAt(resource, manifest.resources);
    const entry = resource.split('/')[1];
    // Forge looks for the entry by its key, not by the file that the manifest names.
    if (page === undefined || (entry !== undefined && !page.endsWith(`/${entry}.html`)))
      throw new Error(`There is no page ${resource} for a modal`);
    return { page };
  }

  /** What Forge signs for the resolver: the page cannot change it. */
  function resolverContext(visitor: Visitor, place: ModulePlace) {
    return {
      cloudId: identity.cloudId,
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      extension: place.extension,
      localId: installation.moduleAri(place.moduleKey),
      moduleKey: place.moduleKey,
      siteUrl: identity.siteUrl,
      timezone: visitor.timeZone,
    };
  }

  function fullContext({ visitor, place }: Command) {
    const license = installation.license();
    return {
      ...(license && { license }),
      ...resolverContext(visitor, place),
      accountId: visitor.accountId,
      locale: visitor.locale,
      theme: { colorMode: visitor.theme },
      permissions: { scopes: [...manifest.scopes], external: {} },
    };
  }

  return {
    unmodelled,
    async call(name, payload, visitor, place) {
      const command = commands.get(name);
      if (command === undefined) throw refuse(`bridge ${name}`);
      const module = manifest.pages.find((page) => page.key === place.moduleKey);
      if (module === undefined) throw new Error(`The manifest has no page module ${place.moduleKey}`);
      return command({ payload, visitor, place, module });
    },
  };
}

/** Pages see the app's own message behind these words. */
function invokeError(message: string): Error {
  return new Error(`There was an error invoking the function - ${message}`);
}
