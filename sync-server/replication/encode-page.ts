/** A page of a streamed pull as bytes: what the database has is copied into it, not taken apart and built anew. */
import { encodeFrame } from '../../shared/protocol/frame.ts';
import { framePrefixBytes, writeFramePrefix } from '../../shared/protocol/frame-stream.ts';
import type { DocumentHead } from '../store/store.ts';
import { type CborWriter, createCborWriter } from './cbor-writer.ts';
import type { PullPage } from './pull.ts';

/** Names, numbers and heads around a document's own bytes, generously. */
const documentOverheadBytes = 256;
const updateOverheadBytes = 9;
const pageBytes = 32;
const nameBytes = (name: string): number => name.length + updateOverheadBytes;

/** One element of the stream, its prefix included. */
export function encodePage({ documents, ...rest }: PullPage): Uint8Array {
  const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
  const encoded = fields.map(([name, value]) => ({ name, value: encodeFrame(value) }));
  const size =
    framePrefixBytes +
    encoded.reduce((sum, { name, value }) => sum + nameBytes(name) + value.length, pageBytes) +
    documents.reduce((sum, document) => sum + sizeOf(document), 0);
  const writer = createCborWriter(size, framePrefixBytes);
  writer.map(encoded.length + 1);
  for (const { name, value } of encoded) writer.text(name).encoded(value);
  writer.text('items').array(documents.length);
  for (const document of documents) writeDocument(writer, document);
  const element = writer.written();
  writeFramePrefix(element);
  return element;
}

function writeDocument(writer: CborWriter, document: DocumentHead): void {
  writer.map(8);
  writer.text('docId').text(document.docId);
  writer.text('headSeq').integer(document.headSeq);
  writer.text('docEpoch').integer(document.epoch);
  writer.text('whole').boolean(document.whole);
  writeFacts(writer, document);
  writer.text('projVersion').integer(document.projVersion);
  writer.text('row').utf8(document.rowJson);
  writer.text('updates').array(document.updates.length);
  for (const update of document.updates) writer.bytes(update);
}

/** Few records have any: what those say is built first. */
function writeFacts(writer: CborWriter, { ref, facts }: DocumentHead): void {
  writer.text('facts').map(facts.length > 0 ? 2 : 1);
  writer.text('ref').text(ref);
  if (facts.length > 0) writer.text('list').encoded(encodeFrame(facts));
}

const sizeOf = ({ rowJson, facts, updates }: DocumentHead): number =>
  updates.reduce(
    (sum, { length }) => sum + updateOverheadBytes + length,
    documentOverheadBytes + rowJson.length + (facts.length > 0 ? encodeFrame(facts).length : 0),
  );
