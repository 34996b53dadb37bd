import type { Schema } from './document';

export interface Correction {
  /** Where in the document, its steps separated by `/`; a `/` inside a step is written `~1`. */
  readonly at: string;
  /** Or a list of names, where that is what stands there. */
  readonly schema: Schema | readonly string[];
  readonly why: string;
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const orNull = (name: string): Schema => ({ allOf: [ref(name)], nullable: true });
const text: Schema = { type: 'string', nullable: true };
const instant: Schema = { type: 'string', format: 'date-time', nullable: true };

const itemValues = ['from', 'fromString', 'to', 'toString'].map((name) => ({
  at: `components/schemas/ChangeDetails/properties/${name}`,
  schema: text,
  why: 'null on the side that is empty or has no id.',
}));

const csatFeedback: Schema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    rating: { type: 'integer', minimum: 1, maximum: 5 },
    comment: { type: 'object', properties: { body: { type: 'string' } } },
  },
};

/** Where Atlassian's document is wrong, or says less than it knows. */
export const corrections: readonly Correction[] = [
  {
    at: 'components/schemas/IssueChangeLog/properties/changeHistories/items',
    schema: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        author: ref('UserDetails'),
        created: { type: 'integer' },
        items: { type: 'array', items: ref('ChangeDetails') },
        historyMetadata: ref('HistoryMetadata'),
      },
    },
    why: 'In bulk `created` is a number of epoch milliseconds, as was measured on a real site; the document says text.',
  },
  ...itemValues,
  {
    at: 'components/schemas/PageOfComments/properties/self',
    schema: { type: 'string', format: 'uri' },
    why: "Stands in the page that is an issue's field `comment`.",
  },
  {
    at: 'components/schemas/IssueBulkMovePayload/required',
    schema: ['targetToSourcesMapping'],
    why: 'The document requires a property by a name that it does not have.',
  },
  {
    at: 'components/schemas/targetToSourcesMapping/required',
    schema: ['issueIdsOrKeys', 'inferFieldDefaults', 'inferStatusDefaults'],
    why: 'As above.',
  },
  ...['created', 'started', 'updated'].map((name) => ({
    at: `components/schemas/BulkOperationProgress/properties/${name}`,
    schema: { type: 'integer' },
    why: 'Epoch milliseconds in every example of the document, which calls it text.',
  })),
  {
    at: 'components/schemas/JsonNode',
    schema: {},
    why: 'Any JSON value; the document lists the getters of the Java class behind it.',
  },
  {
    at: 'components/schemas/JqlQueryClause',
    schema: {
      anyOf: ['CompoundClause', 'FieldValueClause', 'FieldWasClause', 'FieldChangedClause'].map(ref),
    },
    why: 'The document allows one of these, and at the same time no property at all.',
  },
  {
    at: 'components/schemas/IssueBean/properties/fields/properties',
    schema: {
      summary: { type: 'string' },
      description: { type: 'object', nullable: true },
      labels: { type: 'array', items: { type: 'string' } },
      issuetype: ref('IssueTypeDetails'),
      project: ref('ProjectDetails'),
      status: ref('StatusDetails'),
      statuscategorychangedate: instant,
      priority: orNull('Priority'),
      resolution: orNull('Resolution'),
      resolutiondate: instant,
      created: instant,
      updated: instant,
      creator: orNull('UserDetails'),
      reporter: orNull('UserDetails'),
      assignee: orNull('UserDetails'),
      comment: ref('PageOfComments'),
    },
    why: 'The document leaves fields open, although it describes what these hold where it lists them.',
  },
  {
    at: 'paths/~1rest~1servicedeskapi~1request~1{requestIdOrKey}~1feedback',
    schema: {
      get: {
        parameters: [{ in: 'path', name: 'requestIdOrKey', required: true, schema: { type: 'string' } }],
        responses: {
          200: { content: { 'application/json': { schema: csatFeedback } } },
          401: {},
          403: {},
          404: {},
        },
        security: [{ OAuth2: ['read:servicedesk-request'] }],
        'x-atlassian-oauth2-scopes': [
          { scheme: 'OAuth2', state: 'Current', scopes: ['read:servicedesk-request'] },
        ],
      },
    },
    why: 'Stands in the document of Jira Service Management, which is not kept here: written down from its pages.',
  },
];

export interface UndocumentedStatus {
  readonly status: number;
  /** Such as `GET /rest/api/3/user`; without, any operation. */
  readonly operation?: string;
  readonly why: string;
}

/** Answers that the document does not list for the operation. Nobody has checked them on a real site. */
export const undocumentedStatuses: readonly UndocumentedStatus[] = [
  { status: 415, why: 'A body that is not declared as JSON reaches no operation.' },
  { status: 401, why: 'An account that does not exist is turned away before any operation.' },
  {
    status: 403,
    why: 'A portal customer has no access to Jira; the document speaks of wrong credentials only.',
  },
  {
    status: 410,
    operation: 'GET /rest/api/3/search',
    why: 'The document says that it is being removed; real sites have been answering so since autumn 2025.',
  },
  { status: 410, operation: 'POST /rest/api/3/search', why: 'As GET.' },
  {
    status: 400,
    operation: 'GET /rest/api/3/user',
    why: 'The document tells nothing of a missing account id.',
  },
];
