/** Where the database lies in the data folder, and how it is copied and brought back. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockDep, RandomDep } from '../../../shared/deps.ts';
import type { PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { openDatabase } from './database.ts';
import { replayErasures } from './erasure-tables.ts';
import { startNewLineage } from './lineage.ts';
import { replayLedger } from './replay-ledger.ts';
import type { Database } from './transaction.ts';

/** The database's path; the folder is made when it is not there. */
export function dataFileIn(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'gemba.sqlite');
}

/** Writes a consistent copy, also while a server uses the database. The error is a sentence. */
export function backUpTo(dataDir: string, file: string): Result<void, string> {
  const source = dataFileIn(dataDir);
  if (!existsSync(source)) return err(`There is no database in ${dataDir}.`);
  if (existsSync(file)) return err(`${file} exists already: a backup overwrites nothing.`);
  const db = openDatabase(source);
  try {
    db.prepare('VACUUM INTO ?').run(file);
    return ok(undefined);
  } finally {
    db.close();
  }
}

/** Forgets a person in whatever workspace they are of, also while a server uses the database. */
export function erasePersonIn(
  dataDir: string,
  person: PersonId,
  { nowMs }: ClockDep,
): Result<void, string> {
  const file = dataFileIn(dataDir);
  if (!existsSync(file)) return err(`There is no database in ${dataDir}.`);
  const db = openDatabase(file);
  try {
    const found = db.prepare('SELECT ws FROM people WHERE person = ?').get(person) as
      { ws: WorkspaceId } | undefined;
    if (found === undefined) return err(`There is no person ${person}.`);
    replayErasures(db, [{ workspace: found.ws, person, by: null, atMs: nowMs() }]);
    return ok(undefined);
  } finally {
    db.close();
  }
}

/** False: what was erased since the backup could not be erased again, because nothing tells of it. */
export type Restored = { readonly isErasedAgain: boolean };

/**
 * Puts a backup in the place of the database, as a lineage of its own: devices notice and offer again what
 * the backup does not have. What was there is kept beside it. The server must not be running.
 */
export function restoreFrom(
  dataDir: string,
  file: string,
  deps: ClockDep & RandomDep,
): Result<Restored, string> {
  if (!existsSync(file)) return err(`There is no file ${file}.`);
  const target = dataFileIn(dataDir);
  const incoming = `${target}.restoring`;
  rmSync(incoming, { force: true });
  copyFileSync(file, incoming);
  const prepared = prepareRestored(incoming, target, deps);
  if (!prepared.ok) {
    rmSync(incoming, { force: true });
    return prepared;
  }
  const replaced = `${target}.before-${deps.nowMs()}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(target + suffix)) renameSync(target + suffix, replaced + suffix);
  }
  renameSync(incoming, target);
  return prepared;
}

function prepareRestored(
  file: string,
  replaced: string,
  deps: ClockDep & RandomDep,
): Result<Restored, string> {
  try {
    const db = openDatabase(file);
    const { integrity_check: verdict } = db.prepare('PRAGMA integrity_check').get() as {
      integrity_check: string;
    };
    if (verdict !== 'ok') {
      db.close();
      return err(`The backup is damaged: ${verdict}`);
    }
    const isErasedAgain = replayFrom(db, replaced, deps.nowMs());
    startNewLineage(db, deps);
    // Folds the log into the file, which is about to be moved without it.
    db.exec('PRAGMA journal_mode = DELETE');
    db.close();
    return ok({ isErasedAgain });
  } catch (error) {
    return err(`The backup can't be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** A database that is not there or can't be read has nothing to tell, and must not keep the backup from its place. */
function replayFrom(db: Database, file: string, atMs: number): boolean {
  if (!existsSync(file)) return false;
  try {
    const replaced = openDatabase(file);
    try {
      replayLedger(db, replaced, atMs);
      return true;
    } finally {
      replaced.close();
    }
  } catch {
    return false;
  }
}
