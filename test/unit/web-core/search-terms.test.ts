/** Full-text terms: what a person types finds what a row says, in English and Chinese. */
import { describe, expect, test } from 'vitest';
import { matches, queryTermsOf, termsOf } from '../../../web/projection/search-terms.ts';

const finds = (text: string, query: string) => matches(termsOf(text), queryTermsOf(query));

describe('search terms', () => {
  test('find words from their beginning, whatever their case', () => {
    expect(finds('Ward door squeaks', 'DOOR')).toBe(true);
    expect(finds('Ward door squeaks', 'squ')).toBe(true);
    expect(finds('Ward door squeaks', 'oor')).toBe(false);
  });

  test('must all occur', () => {
    expect(finds('Ward door squeaks', 'door ward')).toBe(true);
    expect(finds('Ward door squeaks', 'door window')).toBe(false);
  });

  test('find a reference as it is written and a local number with or without its mark', () => {
    expect(finds('CI-7', 'ci-7')).toBe(true);
    expect(finds('CI-17', 'ci-7')).toBe(false);
    expect(finds('~7K3FQ2', '~7k3fq2')).toBe(true);
    expect(finds('~7K3FQ2', '7K3F')).toBe(true);
  });

  test('find parts of a compound word', () => {
    expect(finds('night-shift handover', 'shift')).toBe(true);
    expect(finds('night-shift handover', 'night-shift')).toBe(true);
  });

  test('find Chinese by single characters and by runs of any length', () => {
    const text = '病房的门在夜里吱吱响';
    for (const query of ['病', '门', '响', '病房', '吱吱响', '夜里']) {
      expect(finds(text, query), query).toBe(true);
    }
    for (const query of ['房病', '窗', '夜门']) expect(finds(text, query), query).toBe(false);
  });

  test('tell Chinese and Latin apart where they meet', () => {
    expect(finds('打印机HP坏了', 'hp')).toBe(true);
    expect(finds('打印机HP坏了', '打印机')).toBe(true);
  });

  test('treat full-width letters as their narrow ones', () => {
    expect(finds('ＨＰ打印机', 'hp')).toBe(true);
  });
});
