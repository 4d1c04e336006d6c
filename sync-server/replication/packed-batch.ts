/** A batch on its way to the worker: all update bytes in one buffer that changes hands, instead of a copy of each. */
import type { AdmissionBatch, AdmissionItem, DocumentBatch } from './admission.ts';

export type PackedBatch = Omit<AdmissionBatch, 'documents'> & {
  readonly documents: readonly PackedDocument[];
  readonly bytes: Uint8Array<ArrayBuffer>;
};

type PackedDocument = Omit<DocumentBatch, 'items'> & { readonly items: readonly PackedItem[] };

/** Where each part of the item ends; it begins where the one before it ends. */
type PackedItem = Omit<AdmissionItem, 'parts'> & { readonly ends: readonly number[] };

export function packBatch(batch: AdmissionBatch): PackedBatch {
  const parts = batch.documents.flatMap(({ items }) => items.flatMap((item) => item.parts));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const pack = (part: Uint8Array): number => {
    bytes.set(part, end);
    end += part.length;
    return end;
  };
  const documents = batch.documents.map((document) => ({
    ...document,
    items: document.items.map(({ author, parts }) => ({ author, ends: parts.map(pack) })),
  }));
  return { ...batch, documents, bytes };
}

export function unpackBatch({ bytes, ...batch }: PackedBatch): AdmissionBatch {
  let start = 0;
  const unpack = (end: number): Uint8Array => {
    const part = bytes.subarray(start, end);
    start = end;
    return part;
  };
  const documents = batch.documents.map((document) => ({
    ...document,
    items: document.items.map(({ author, ends }) => ({ author, parts: ends.map(unpack) })),
  }));
  return { ...batch, documents };
}
