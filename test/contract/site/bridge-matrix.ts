/**
 * Every command of the installed `@forge/bridge`: either there is a journey in a browser that shows what it does here,
 * or the server refuses it by name. forge-bridge-matrix.test.ts holds this against the package, the journeys and the site.
 */
export const modelled = [
  'changeWindowTitle',
  'close',
  'closeFlag',
  'createHistory',
  'emit',
  'emitPublic',
  'emitReadyEvent',
  'enableTheming',
  'fetchProduct',
  'getContext',
  'getFrameId',
  'getUrl',
  'invoke',
  'navigate',
  'on',
  'onClose',
  'onPublic',
  'open',
  'openModal',
  'refresh',
  'reload',
  'showFlag',
  'submit',
] as const;

export const refused = [
  '__permission__egressDeleteDomain',
  '__permission__egressDeleteGroup',
  '__permission__egressGet',
  '__permission__egressSet',
  '__permission__remoteGet',
  '__permission__remoteSet',
  'emitFrontendCustomMetric',
  'fetchRemote',
  'fetchUserRecommendations',
  'getCookieConsentPreferences',
  'getFrameDispatch',
  'initFeatureFlags',
  'isRovoEnabled',
  'openRovo',
  'publishRealtimeChannel',
  'requestTeamworkGraph',
  'subscribeRealtimeChannel',
  'trackObjectStoreAction',
] as const;

/** Forms of modelled commands that are refused by name: what the page sends, and the name. */
export const refusedForms: readonly (readonly [command: string, payload: unknown, name: string])[] = [
  ['invoke', { functionKey: 'echo', metadata: { rateLimitProperties: true } }, 'bridge invoke with metadata'],
  ['invoke', { path: '/x', invokeType: 'ui-remote-fetch' }, 'bridge invoke of ui-remote-fetch'],
  ['invoke', { path: '/x', invokeType: 'ui-container-fetch' }, 'bridge invoke of ui-container-fetch'],
  [
    'fetchProduct',
    { product: 'jira', restPath: '/x', fetchRequestInit: { method: 'POST' }, isMultipartFormData: true },
    'bridge fetchProduct with form data',
  ],
  [
    'fetchProduct',
    { product: 'confluence', restPath: '/x', fetchRequestInit: {} },
    'bridge fetchProduct of confluence',
  ],
  ['openModal', { resource: null, size: 'resizable' }, 'bridge openModal of size resizable'],
  ['getUrl of userProfile', { target: 'userProfile' }, 'bridge getUrl of userProfile'],
];
