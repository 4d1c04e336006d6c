/** A text area and a collaborative text, bound: everything typed gets in, nothing comes amid a composition. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bindTextBox, type TextBinding } from '../../../web/features/improvement/text-binding.ts';
import { createFakeTextBox, type FakeTextBox } from '../../support/fake-text-box.ts';

let doc: Y.Doc;
let text: Y.Text;
let box: FakeTextBox;
let binding: TextBinding;
let shown: string;
const origin = {};

beforeEach(() => {
  doc = new Y.Doc();
  doc.clientID = 1;
  text = doc.getText('t');
  text.insert(0, 'the door squeaks');
  bind();
});

function bind(): void {
  box = createFakeTextBox();
  binding = bindTextBox({
    text,
    box,
    origin,
    hasFocus: () => true,
    onShown: (next) => (shown = next),
  });
}

/** Each edit from elsewhere comes from a client of its own: two with one id would be the same author. */
let nextClientId = 2;

/** Someone else's edit, made on a replica of their own and brought here. */
function remotely(edit: (text: Y.Text) => void): void {
  const other = new Y.Doc();
  other.clientID = nextClientId++;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  edit(other.getText('t'));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote');
}

describe('typing', () => {
  test('shows the text at once', () => {
    expect(box.value).toBe('the door squeaks');
    expect(shown).toBe('the door squeaks');
  });

  test('becomes the smallest edit, marked as the person’s own', () => {
    const deltas: unknown[] = [];
    text.observe((event) => deltas.push([event.delta, event.transaction.origin]));
    box.select(4);
    box.type('night ');
    expect(text.toString()).toBe('the night door squeaks');
    expect(deltas).toEqual([[[{ retain: 4 }, { insert: 'night ' }], origin]]);
  });

  test('a selection is replaced', () => {
    box.select(4, 8);
    box.type('window');
    expect(text.toString()).toBe('the window squeaks');
  });

  test('ends with the binding', () => {
    binding.stop();
    box.type('!');
    expect(text.toString()).toBe('the door squeaks');
  });
});

describe('an edit from elsewhere', () => {
  test('before the caret moves it along', () => {
    box.select(8);
    remotely((other) => other.insert(0, 'At night '));
    expect(box.value).toBe('At night the door squeaks');
    expect(box.selectionStart).toBe(17);
  });

  test('right at the caret stays behind it', () => {
    box.select(8);
    remotely((other) => other.insert(8, ' of ward 4'));
    expect(box.selectionStart).toBe(8);
  });

  test('that deletes the selected words leaves the caret at their place', () => {
    box.select(4, 8);
    remotely((other) => other.delete(2, 8));
    expect(box.value).toBe('thqueaks');
    expect([box.selectionStart, box.selectionEnd]).toEqual([2, 2]);
  });

  test('leaves a box without focus without a caret', () => {
    binding.stop();
    box = createFakeTextBox();
    bindTextBox({ text, box, origin, hasFocus: () => false, onShown: () => undefined });
    remotely((other) => other.insert(0, 'x'));
    expect(box.selectionsSet).toBe(0);
    expect(box.value).toBe('xthe door squeaks');
  });
});

describe('while an input method composes', () => {
  beforeEach(() => {
    box.select(4);
    box.startComposition();
    box.compose('men');
  });

  test('nothing is handed over and nothing comes in', () => {
    remotely((other) => other.insert(0, 'Now '));
    box.compose('门');
    expect(box.value).toBe('the 门door squeaks');
    expect(text.toString()).toBe('Now the door squeaks');
  });

  test('the box grows with the half-written word', () => {
    expect(shown).toBe('the mendoor squeaks');
  });

  test('both sides meet when it ends, with the caret behind what was written', () => {
    remotely((other) => other.insert(0, 'Now '));
    box.compose('门');
    box.endComposition();
    expect(text.toString()).toBe('Now the 门door squeaks');
    expect(box.value).toBe('Now the 门door squeaks');
    expect(box.selectionStart).toBe(9);
  });

  test('words deleted elsewhere stay deleted, and the new one finds its place', () => {
    remotely((other) => other.delete(0, 4));
    box.compose('门');
    box.endComposition();
    expect(text.toString()).toBe('门door squeaks');
  });

  test('a composition given up changes nothing', () => {
    remotely((other) => other.insert(0, 'Now '));
    box.compose('');
    box.endComposition();
    expect(text.toString()).toBe('Now the door squeaks');
    expect(box.value).toBe('Now the door squeaks');
    expect(box.selectionStart).toBe(8);
  });

  test('leaving the box hands over what stands in it', () => {
    box.blur();
    expect(text.toString()).toBe('the mendoor squeaks');
  });

  test('a page about to go hands over what stands in it', () => {
    binding.flush();
    expect(text.toString()).toBe('the mendoor squeaks');
  });
});

type Step =
  | { readonly type: 'select'; readonly at: number; readonly length: number }
  | { readonly type: 'write'; readonly characters: string }
  | { readonly type: 'compose'; readonly characters: string }
  | { readonly type: 'end' }
  | { readonly type: 'elsewhere'; readonly at: number; readonly characters: string }
  | { readonly type: 'deleteElsewhere'; readonly at: number; readonly length: number };

const characters = fc.constantFrom('a', 'bb', '门', '😀', '');
const offset = fc.nat(40);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('select' as const), at: offset, length: fc.nat(3) }),
    fc.record({ type: fc.constant('write' as const), characters }),
    fc.record({ type: fc.constant('compose' as const), characters }),
    fc.record({ type: fc.constant('end' as const) }),
    fc.record({ type: fc.constant('elsewhere' as const), at: offset, characters }),
    fc.record({ type: fc.constant('deleteElsewhere' as const), at: offset, length: fc.nat(4) }),
  ),
  { maxLength: 25 },
);

function take(step: Step): void {
  switch (step.type) {
    case 'select':
      if (!box.composing) box.select(step.at, step.at + step.length);
      return;
    case 'write':
      if (!box.composing) box.type(step.characters);
      return;
    case 'compose':
      if (!box.composing) box.startComposition();
      box.compose(step.characters);
      return;
    case 'end':
      if (box.composing) box.endComposition();
      return;
    case 'elsewhere':
      remotely((other) => other.insert(Math.min(step.at, other.length), step.characters));
      return;
    case 'deleteElsewhere':
      remotely((other) => {
        const at = Math.min(step.at, other.length);
        other.delete(at, Math.min(step.length, other.length - at));
      });
  }
}

test('whatever happens in whatever order, box and text agree in the end and no composition is disturbed', () => {
  fc.assert(
    fc.property(steps, (walk) => {
      doc = new Y.Doc();
      doc.clientID = 1;
      text = doc.getText('t');
      text.insert(0, 'the door squeaks');
      bind();
      for (const step of walk) {
        const composing = box.composing;
        const written = box.timesWritten;
        take(step);
        if (composing && step.type !== 'end') expect(box.timesWritten).toBe(written);
        if (!box.composing) expect(box.value).toBe(text.toString());
      }
      if (box.composing) box.endComposition();
      expect(box.value).toBe(text.toString());
      expect(box.selectionStart).toBeLessThanOrEqual(box.value.length);
      expect(shown).toBe(box.value);
    }),
    { numRuns: 500 },
  );
});

test('every character typed here is in the text, and no character typed elsewhere is lost', () => {
  const marked = fc.array(fc.tuple(fc.constantFrom('here', 'composed', 'elsewhere'), offset), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(marked, (walk) => {
      doc = new Y.Doc();
      doc.clientID = 1;
      text = doc.getText('t');
      bind();
      walk.forEach(([where, at], index) => {
        const mark = String.fromCodePoint(0x4e00 + index);
        if (where === 'elsewhere') {
          remotely((other) => other.insert(Math.min(at, other.length), mark));
        } else if (where === 'here' && !box.composing) {
          box.select(at);
          box.type(mark);
        } else {
          // A second composition begins only when the first has ended.
          if (box.composing) box.endComposition();
          box.startComposition();
          box.compose(mark);
        }
      });
      if (box.composing) box.endComposition();
      walk.forEach((_, index) => {
        expect(text.toString()).toContain(String.fromCodePoint(0x4e00 + index));
      });
      expect(text.length).toBe(walk.length);
    }),
    { numRuns: 500 },
  );
});
