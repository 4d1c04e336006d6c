/** Capture: what is refused, and that typed text is on the device before a person could lose it. */
import { describe, expect, test } from 'vitest';
import { createCapture } from '../../../web/commands/capture.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import { err, ok } from '../../../shared/result.ts';

const kept = { id: '01923456-789a-7000-8000-00000000abcd' as DocumentId, localNumber: '~000001' };

function setUp(options: { readonly failingWrites?: number; readonly keepFails?: boolean } = {}) {
  const written: string[] = [];
  const reports: string[] = [];
  let failures = options.failingWrites ?? 0;
  const capture = createCapture({
    report: (what) => reports.push(what),
    store: { takeBack: async () => ok(true) },
    keep: async () => (options.keepFails === true ? err('quotaExceeded') : ok(kept)),
    device: {
      readTyped: async () => written.at(-1) ?? '',
      writeTyped: async (text) => {
        if (failures-- > 0) throw new Error('disk');
        written.push(text);
      },
    },
  });
  return { capture, written, reports };
}

describe('typed text', () => {
  test('is written at the first key stroke, and the newest is written last', async () => {
    const { capture, written } = setUp();
    for (const text of ['h', 'ha', 'hal', 'half']) capture.rememberTyped(text);
    await capture.flushTyped();
    expect(written[0]).toBe('h');
    expect(written.at(-1)).toBe('half');
    expect(written.length, 'strokes during a write go together').toBeLessThan(4);
  });

  test('that could not be written is written with the next stroke or flush', async () => {
    const { capture, written, reports } = setUp({ failingWrites: 1 });
    capture.rememberTyped('half');
    await capture.flushTyped();
    expect(reports).toHaveLength(1);
    await capture.flushTyped();
    expect(written).toEqual(['half']);
  });

  test('is empty again after the idea is kept, and stays when it was not', async () => {
    const good = setUp();
    good.capture.rememberTyped('idea');
    await good.capture.keep('idea');
    expect(await good.capture.readTyped()).toBe('');

    const full = setUp({ keepFails: true });
    full.capture.rememberTyped('idea');
    expect(await full.capture.keep('idea')).toEqual(err('quotaExceeded'));
    expect(await full.capture.readTyped()).toBe('idea');
  });
});

test.each([
  ['   \n ', 'blank'],
  ['x'.repeat(limits.captureLength + 1), 'tooLong'],
])('a text that is not an idea is refused', async (text, refusal) => {
  const { capture } = setUp();
  expect(await capture.keep(text)).toEqual(err(refusal));
});
