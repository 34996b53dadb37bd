import { contractProblems } from './validate';
import type { Exchange } from './validate';

const get = (url: string, status: number, body?: unknown): Exchange => ({ method: 'GET', url, status, body });
const label = { startAt: 0, maxResults: 1, total: 1, isLast: true, values: ['late'] };

describe('an exchange that Atlassian’s document knows', () => {
  it.each<Exchange>([
    get('/rest/api/3/label?maxResults=1', 200, label),
    get('http://localhost/rest/api/3/issue/ITSD-1/comment/1', 404, { errorMessages: ['no'], errors: {} }),
    { method: 'PUT', url: '/rest/api/3/issue/1/properties/a', requestBody: 1, status: 201 },
    get('/rest/api/3/issue/1/watchers', 501, { anything: true }),
  ])('has no problem: $method $url', (exchange) => {
    expect(contractProblems([exchange])).toEqual([]);
  });
});

describe('a problem', () => {
  it.each<[string, Exchange]>([
    ['is not in the document', get('/rest/api/3/nothing', 200, {})],
    ['the status is not documented', get('/rest/api/3/label', 404)],
    ["the query has an unknown 'fields'", get('/rest/api/3/label?fields=a', 200, label)],
    ["accepted 'maxResults', which must be integer", get('/rest/api/3/label?maxResults=all', 200, label)],
    ["was accepted without 'id'", get('/rest/api/3/statuses', 200, [])],
    ['the answer is empty', get('/rest/api/3/label', 200)],
    ['the answer: /values[] must be string', get('/rest/api/3/label', 200, { ...label, values: [1] })],
    [
      "the answer: must NOT have additional properties 'labels'",
      get('/rest/api/3/label', 200, { ...label, labels: [] }),
    ],
    [
      "the answer: must NOT have additional properties 'message'",
      get('/rest/api/3/issue/1', 404, { message: 'no' }),
    ],
    [
      'the answer: /fields/created must match format "date-time"',
      get('/rest/api/3/issue/1', 200, { fields: { created: '2026-11-18T10:30:00.000Z' } }),
    ],
    [
      'was accepted without a body',
      { method: 'POST', url: '/rest/api/3/comment/list', status: 200, body: { values: [] } },
    ],
    [
      "accepted a body: must NOT have additional properties 'max'",
      {
        method: 'POST',
        url: '/rest/api/3/comment/list',
        requestBody: { ids: [1], max: 1 },
        status: 200,
        body: { values: [] },
      },
    ],
    [
      'leads nowhere',
      { method: 'PUT', url: '/rest/api/3/issue/properties/a', requestBody: { value: 1 }, status: 303 },
    ],
  ])('%s', (problem, exchange) => {
    const { method, url, status } = exchange;
    expect(contractProblems([exchange, exchange])).toEqual([`${method} ${url} → ${status}: ${problem}`]);
  });
});
