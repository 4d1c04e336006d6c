/** Begins a record: apart from all that may be written later, because capturing an idea is what a first visit needs. */
import type * as Y from 'yjs';
import { titleOf } from '../domain/title.ts';
import { type Author, writeRegister } from './registers.ts';
import { registersOf, scalarsOf, schemaVersion, textOf } from './schema.ts';

/**
 * Fills a new, empty document from a captured text: its first line becomes the title (up to
 * `limits.titleLength` characters), the whole text the description. `text` must not be blank.
 */
export function writeNewImprovement(doc: Y.Doc, text: string, author: Author): void {
  doc.transact(() => {
    const scalars = scalarsOf(doc);
    scalars.set('schema', schemaVersion);
    scalars.set('type', 'improvement');
    scalars.set('createdAt', author.nowMs());
    scalars.set('createdBy', author.actor);
    writeRegister(registersOf(doc), 'title', titleOf(text), author);
    textOf(doc, 'description').insert(0, text);
  });
}
