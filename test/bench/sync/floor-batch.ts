/**
 * Floor of bulk sync, a process of its own: takes a batch over HTTP, commits it to the same SQLite
 * binding with the same full sync, and answers; hands pages back. Bytes only, no Yjs, no checks.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { decode, encode } from 'cborg';
import type { FloorPull, FloorPush } from './floor-messages.ts';

const folder = process.env['DATA_DIR'] ?? '.';
mkdirSync(folder, { recursive: true });
const database = new DatabaseSync(join(folder, 'floor.sqlite'));
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
database.exec(
  'CREATE TABLE IF NOT EXISTS updates (seq INTEGER PRIMARY KEY, doc TEXT NOT NULL, bytes BLOB NOT NULL)',
);
const insert = database.prepare('INSERT INTO updates (doc, bytes) VALUES (?, ?)');
const page = database.prepare(
  'SELECT seq, doc, bytes FROM updates WHERE seq > ? ORDER BY seq LIMIT ?',
);

const server = createServer((request, response) => {
  serve(request, response).catch(console.error);
});

server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  console.log(`Floor is ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  response.end(encode(request.url === '/push' ? push(body) : pull(body)));
}

function push(body: Buffer): readonly number[] {
  const { items } = decode(body) as FloorPush;
  database.exec('BEGIN IMMEDIATE');
  const seqs = items.map(({ docId, bytes }) => Number(insert.run(docId, bytes).lastInsertRowid));
  database.exec('COMMIT');
  return seqs;
}

function pull(body: Buffer): unknown {
  const { after, limit } = decode(body) as FloorPull;
  return page.all(after, limit);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
