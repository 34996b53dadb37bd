import type { Adf } from './model';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a whole document; of the nodes inside only their having a type is looked at. */
export function isAdf(value: unknown): value is Adf {
  return (
    isObject(value) &&
    value['type'] === 'doc' &&
    value['version'] === 1 &&
    Array.isArray(value['content']) &&
    value['content'].every((node) => isObject(node) && typeof node['type'] === 'string')
  );
}

/** Plain text as a document with a paragraph per line. */
export function adfOf(text: string): Adf {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { type: 'doc', version: 1, content };
}

/** The paragraphs' text, for pages that show comments without formatting. */
export function adfText(node: unknown): string {
  if (!isObject(node)) return '';
  if (typeof node['text'] === 'string') return node['text'];
  const children = Array.isArray(node['content']) ? node['content'] : [];
  return children.map(adfText).join(node['type'] === 'doc' ? '\n' : '');
}
