import * as fc from 'fast-check';
import type { Term } from '../../../../src/domain/glossary/term';
import { readyTerms } from '../../../../src/domain/glossary/ready-terms';
import { termsIn } from '../../../../src/domain/glossary/terms-in';
import { law } from '../../../support/laws';
import { chineseTerm, term } from './terms';

const found = (text: string, ...glossary: readonly Term[]) =>
  termsIn(text, glossary).flatMap(({ text: piece, term: of }) => (of ? [[piece, of.id]] : []));

describe('the terms in a text', () => {
  it('are its longest words from the left', () => {
    const glossary = [term('service'), term('service level'), term('service level agreement', 'SLA')];
    expect(found('Each service level agreement names a service.', ...glossary)).toEqual([
      ['service level agreement', 'service-level-agreement'],
      ['service', 'service'],
    ]);
    expect(found('The service level agreements', ...glossary)).toEqual([
      ['service level agreements', 'service-level-agreement'],
    ]);
  });

  it('stand by themselves in Latin letters, at the beginning of a sentence and over the end of a line too', () => {
    const outage = term('outage', 'loss of service');
    expect(found('Outage! Outages; nonoutage, outagey, pre-outage', outage)).toEqual([
      ['Outage', 'outage'],
      ['Outages', 'outage'],
      ['outage', 'outage'],
    ]);
    expect(found('a loss of\nservice', outage)).toEqual([['loss of\nservice', 'outage']]);
  });

  it('touch other words in Chinese, and Latin letters beside them', () => {
    const glossary = [chineseTerm('服务'), chineseTerm('服务中断'), term('service level agreement', 'SLA')];
    expect(found('发生服务中断时按SLA处理服务请求', ...glossary)).toEqual([
      ['服务中断', 'zh-服务中断'],
      ['SLA', 'service-level-agreement'],
      ['服务', 'zh-服务'],
    ]);
  });

  it('are abbreviations only in capitals', () => {
    const it_ = term('information technology', 'IT');
    expect(found('It is up to IT whether it runs; ITs rule', it_)).toEqual([
      ['IT', 'information-technology'],
      ['ITs', 'information-technology'],
    ]);
  });

  it('are not those that were taken out of the glossary', () => {
    expect(found('an outage', { ...term('outage'), removed: true })).toEqual([]);
    expect(termsIn('', [term('outage')])).toEqual([]);
  });

  it('keep their places where a small letter is longer than its capital', () => {
    expect(found('İzmir: an outage', term('outage'))).toEqual([['outage', 'outage']]);
  });
});

const anyText = fc.array(
  fc.constantFrom(
    'SLA',
    'sla',
    'service',
    ' ',
    'level',
    '服务',
    '级别协议',
    '中断',
    's',
    'İ',
    '.',
    '\n',
    'outage',
  ),
  { maxLength: 30 },
);

law('the pieces of a text make up the text', [anyText], (parts) => {
  const text = parts.join('');
  const pieces = termsIn(text, readyTerms);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.every((piece) => piece.text !== '')).toBe(true);
});
