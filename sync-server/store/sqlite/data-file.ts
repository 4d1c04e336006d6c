/** Where the database lies in the data folder, and how it is copied and brought back. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockDep, RandomDep } from '../../../shared/deps.ts';
import type { PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { openDatabase } from './database.ts';
import type { PersonErasure } from '../erasure-store.ts';
import { readErasures, replayErasures } from './erasure-tables.ts';
import { startNewLineage } from './lineage.ts';

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

/**
 * Puts a backup in the place of the database, as a lineage of its own: devices notice and offer again what
 * the backup does not have. What was there is kept beside it. The server must not be running.
 */
export function restoreFrom(
  dataDir: string,
  file: string,
  deps: ClockDep & RandomDep,
): Result<void, string> {
  if (!existsSync(file)) return err(`There is no file ${file}.`);
  const target = dataFileIn(dataDir);
  const incoming = `${target}.restoring`;
  rmSync(incoming, { force: true });
  copyFileSync(file, incoming);
  const prepared = prepareRestored(incoming, erasuresIn(target), deps);
  if (!prepared.ok) {
    rmSync(incoming, { force: true });
    return prepared;
  }
  const replaced = `${target}.before-${deps.nowMs()}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(target + suffix)) renameSync(target + suffix, replaced + suffix);
  }
  renameSync(incoming, target);
  return ok(undefined);
}

/** Of a database that is about to be replaced; one that can't be read has nothing to tell. */
function erasuresIn(file: string): readonly PersonErasure[] {
  if (!existsSync(file)) return [];
  try {
    const db = openDatabase(file);
    try {
      return readErasures(db);
    } finally {
      db.close();
    }
  } catch {
    return [];
  }
}

function prepareRestored(
  file: string,
  erasures: readonly PersonErasure[],
  deps: ClockDep & RandomDep,
): Result<void, string> {
  try {
    const db = openDatabase(file);
    const { integrity_check: verdict } = db.prepare('PRAGMA integrity_check').get() as {
      integrity_check: string;
    };
    if (verdict === 'ok') {
      replayErasures(db, erasures);
      startNewLineage(db, deps);
    }
    // Folds the log into the file, which is about to be moved without it.
    db.exec('PRAGMA journal_mode = DELETE');
    db.close();
    return verdict === 'ok' ? ok(undefined) : err(`The backup is damaged: ${verdict}`);
  } catch (error) {
    return err(`The backup can't be read: ${error instanceof Error ? error.message : error}`);
  }
}
