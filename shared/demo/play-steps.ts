/** Plays what happened into documents: every run of one person's edits becomes an update, every decision stays a request. */
import * as Y from 'yjs';
import { writeMeasureChange, writeNewMeasure } from '../document/measure-document.ts';
import { writeChange, writeComment } from '../document/write-change.ts';
import { writeNewImprovement } from '../document/write-new-improvement.ts';
import type { Author } from '../document/registers.ts';
import { textOf } from '../document/schema.ts';
import { writeWorkspaceChange } from '../document/workspace-document.ts';
import type { CommandRequest } from '../process/commands.ts';
import { drawId } from './chance.ts';
import type {
  DemoMeasure,
  DemoPerson,
  DemoRecord,
  MeasureStep,
  RecordStep,
  SettingsStep,
  Timed,
} from './demo-step.ts';
import { below, createRandom } from './seeded-random.ts';

export type DemoEvent = Timed<
  | { readonly type: 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'decide'; readonly said: CommandRequest }
>;

/** Edits of one person that lie further apart are two updates. */
const oneSittingMs = 60 * 60 * 1000;

/** `seed`: of what the documents need by chance. `onEvent` sees the document as it is after the event; answered is what became of it. */
export function playRecord(
  { id, steps }: DemoRecord,
  seed: number,
  onEvent: (event: DemoEvent, doc: Y.Doc) => void,
): Y.Doc {
  const random = createRandom(seed ^ Number.parseInt(id.slice(-8), 16));
  return play(steps, random, onEvent, (doc, step, author) => {
    switch (step.type) {
      case 'begin':
        return writeNewImprovement(doc, step.text, author);
      case 'change':
        return writeChange(doc, step.change, author);
      case 'write':
        return textOf(doc, step.field).insert(0, step.text);
      case 'comment':
        return writeComment(
          doc,
          {
            id: drawId(random, step.atMs),
            text: step.text,
            mentions: step.mentions,
            isThanks: step.isThanks === true,
          },
          author,
        );
      case 'decide':
        throw new Error('A decision is no edit.');
    }
  });
}

export const playSettings = (
  steps: readonly SettingsStep[],
  seed: number,
  onEvent: (event: DemoEvent, doc: Y.Doc) => void,
): Y.Doc =>
  play(steps, createRandom(seed), onEvent, (doc, step, author) => {
    if (step.type === 'write') textOf(doc, step.field).insert(0, step.text);
    else writeWorkspaceChange(doc, step.change, author);
  });

export const playMeasure = (
  { id, steps }: DemoMeasure,
  seed: number,
  onEvent: (event: DemoEvent, doc: Y.Doc) => void,
): Y.Doc =>
  play(steps, createRandom(seed ^ Number.parseInt(id.slice(-8), 16)), onEvent, (doc, step, by) => {
    if (step.type === 'begin') writeNewMeasure(doc, step.values, by);
    else writeMeasureChange(doc, step.change, by);
  });

type AnyStep = RecordStep | SettingsStep | MeasureStep;

function play<Step extends AnyStep>(
  steps: readonly Step[],
  random: () => number,
  onEvent: (event: DemoEvent, doc: Y.Doc) => void,
  write: (doc: Y.Doc, step: Step, author: Author) => void,
): Y.Doc {
  const doc = new Y.Doc();
  const clientIds = new Map<DemoPerson, number>();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const sitting of sittingsOf(steps)) {
    const [{ by, atMs }] = sitting;
    const [first] = sitting;
    if (first.type === 'decide') {
      onEvent({ type: 'decide', said: first.said, by, atMs }, doc);
      continue;
    }
    // Each device writes as a client of its own.
    doc.clientID = clientIds.get(by) ?? below(random, 2 ** 32);
    clientIds.set(by, doc.clientID);
    doc.transact(() => {
      for (const step of sitting) {
        write(doc, step, { device: by.device, actor: by.actor, nowMs: () => step.atMs });
      }
    });
    for (const bytes of updates.splice(0)) onEvent({ type: 'update', bytes, by, atMs }, doc);
  }
  return doc;
}

/** Steps of one person in a row that are edits; a decision stands alone. */
function sittingsOf<Step extends AnyStep>(
  steps: readonly Step[],
): readonly (readonly [Step, ...Step[]])[] {
  const sittings: [Step, ...Step[]][] = [];
  for (const step of steps) {
    const sitting = sittings.at(-1);
    const goesOn =
      sitting !== undefined &&
      sitting[0].by === step.by &&
      sitting[0].type !== 'decide' &&
      step.type !== 'decide' &&
      step.atMs - sitting[0].atMs < oneSittingMs;
    if (goesOn) sitting.push(step);
    else sittings.push([step]);
  }
  return sittings;
}
