/** Capture: what is refused, and where typed text is before a person could lose it. */
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import { err, ok } from '../../../shared/result.ts';
import { createCapture } from '../../../web/commands/capture.ts';
import { createTypedText } from '../../../web/local/typed-text.ts';

const kept = { id: '01923456-789a-7000-8000-00000000abcd' as DocumentId, localNumber: '~000001' };

function setUp(options: { readonly failingWrites?: number; readonly keepFails?: boolean } = {}) {
  const written: string[] = [];
  const reports: string[] = [];
  const handedOver = new Map<string, string>();
  const timers: (() => void)[] = [];
  let failures = options.failingWrites ?? 0;
  const openPage = () =>
    createTypedText({
      handoverKey: 'typed',
      report: (what) => reports.push(what),
      setTimer: (_delayMs, run) => {
        timers.push(run);
        return () => void timers.splice(timers.indexOf(run), 1);
      },
      storage: {
        getItem: (key) => handedOver.get(key) ?? null,
        setItem: (key, value) => handedOver.set(key, value),
        removeItem: (key) => handedOver.delete(key),
      },
      device: {
        readTyped: async () => written.at(-1) ?? '',
        writeTyped: async (text) => {
          if (failures-- > 0) throw new Error('disk');
          written.push(text);
        },
      },
    });
  const typed = openPage();
  const capture = createCapture({
    typed,
    store: { takeBack: async () => ok(true) },
    prepareKeep: () => undefined,
    keep: async () => (options.keepFails === true ? err('quotaExceeded') : ok(kept)),
  });
  return { capture, typed, openPage, written, reports, timers };
}

describe('typed text', () => {
  test('is written once for a batch of key strokes, the newest of them', () => {
    const { capture, written, timers } = setUp();
    for (const text of ['h', 'ha', 'half']) capture.typed.remember(text);
    expect(timers).toHaveLength(1);
    timers[0]?.();
    expect(written).toEqual(['half']);
  });

  test('that could not be written stays in the page and is written by the next flush', async () => {
    const { capture, typed, written, reports } = setUp({ failingWrites: 1 });
    capture.typed.remember('half');
    await typed.flush();
    expect(reports).toHaveLength(1);
    expect(await capture.typed.read()).toBe('half');
    await typed.flush();
    expect(written).toEqual(['half']);
  });

  test('that is younger than the last write is found by the page that comes after a reload', async () => {
    const { capture, typed, openPage, written } = setUp();
    capture.typed.remember('half');
    await typed.flush();
    capture.typed.remember('half an idea');
    typed.handOver();
    expect(written).toEqual(['half']);
    expect(await openPage().read()).toBe('half an idea');
    expect(written.at(-1)).toBe('half an idea');
  });

  test('is empty again after the idea is kept, and stays when it was not', async () => {
    const good = setUp();
    good.capture.typed.remember('idea');
    await good.capture.keep('idea');
    expect(await good.capture.typed.read()).toBe('');

    const full = setUp({ keepFails: true });
    full.capture.typed.remember('idea');
    expect(await full.capture.keep('idea')).toEqual(err('quotaExceeded'));
    expect(await full.capture.typed.read()).toBe('idea');
  });
});

test.each([
  ['   \n ', 'blank'],
  ['x'.repeat(limits.captureLength + 1), 'tooLong'],
])('a text that is not an idea is refused', async (text, refusal) => {
  const { capture } = setUp();
  expect(await capture.keep(text)).toEqual(err(refusal));
});
