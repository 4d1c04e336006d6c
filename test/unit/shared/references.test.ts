/** Addresses of other systems: what a page may be sent to, and what an address calls its thing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeItem } from '../../../shared/document/collections.ts';
import { isItemValue } from '../../../shared/document/item-values.ts';
import { project } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import { textOf } from '../../../shared/document/schema.ts';
import type { ActorId, DeviceId, DocumentId } from '../../../shared/domain/ids.ts';
import { searchTextLength } from '../../../shared/domain/improvement.ts';
import { isWebAddress, keyInAddress, toWebAddress } from '../../../shared/domain/web-address.ts';

const starts = ['http://', 'https://', 'HTTPS://a.', 'www.example.org/', 'javascript:', ' a.b?'];

describe('an address', () => {
  test.each([
    ['https://jira.example/browse/ABC-12', 'https://jira.example/browse/ABC-12'],
    [' http://10.0.0.1:8080/x ', 'http://10.0.0.1:8080/x'],
    ['itsm.example.org/CHG0031', 'https://itsm.example.org/CHG0031'],
  ])('%j is read as %j', (typed, address) => {
    expect(toWebAddress(typed)).toBe(address);
    expect(isItemValue('references', 'url', address)).toBe(true);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://',
    'CHG0031',
    'two words.example',
  ])('%j is none', (typed) => {
    expect(toWebAddress(typed)).toBeUndefined();
    expect(isItemValue('references', 'url', typed)).toBe(false);
  });

  test('that is taken is always one that a page may be sent to', () => {
    fc.assert(
      fc.property(fc.constantFrom('', ...starts), fc.string(), (start, rest) => {
        const address = toWebAddress(start + rest);
        if (address === undefined) return;
        expect(isWebAddress(address)).toBe(true);
        expect(address).toMatch(/^https?:/iu);
      }),
    );
  });

  test.each([
    ['https://jira.example/browse/ABC-12', 'ABC-12'],
    ['https://itsm.example/changes/CHG0031/?tab=1', 'CHG0031'],
    ['https://itsm.example', 'itsm.example'],
    ['https://itsm.example/%E5%8F%98%E6%9B%B4', '变更'],
    ['https://itsm.example/%', '%'],
    ['http://[', '['],
  ])('%j calls its thing %j', (address, key) => {
    expect(keyInAddress(address)).toBe(key);
  });
});

test('a key is found by, however much a record says', () => {
  const doc = new Y.Doc();
  const author = {
    nowMs: () => 1,
    actor: 'actor' as ActorId,
    device: 'device' as DeviceId,
  };
  const item = '01890000-0000-7000-8000-000000000001';
  doc.transact(() => {
    textOf(doc, 'description').insert(0, 'x'.repeat(searchTextLength * 2));
    writeItem(doc, { collection: 'references', item, change: { key: 'CHG0031' } }, author);
  });
  const { text } = project(item as DocumentId, doc, noFacts, 1);
  expect(text).toMatch(/\nCHG0031$/u);
  expect(text).toHaveLength(searchTextLength);
});
