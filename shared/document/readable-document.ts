/** What reading a record needs of its document: a Y.Doc has it, and so has a first update that was only decoded. */
import type { ReadableMap } from './registers.ts';

export type ReadableText = { readonly length: number; readonly toString: () => string };

export type ReadableDocument = {
  readonly getMap: (root: string) => ReadableMap;
  readonly getText: (root: string) => ReadableText;
};
