/** Looks into a data folder without a server: is it whole, and what does its audit trail say. */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/result.ts';
import { auditLine } from '../audit-line.ts';
import { auditRowsOf } from './audit-chain.ts';
import { dataFileIn } from './data-file.ts';
import { openDatabase } from './database.ts';
import type { Database } from './transaction.ts';
import { type Verification, verifyDatabase } from './verify-database.ts';

/** Also while a server uses the database. The error is a sentence. */
export const verifyIn = (dataDir: string): Result<Verification, string> =>
  withDatabase(dataDir, (db) => ok(verifyDatabase(db)));

/** Writes every workspace's audit trail to `file`, one row a line, each with its workspace. */
export function exportAudit(dataDir: string, file: string): Result<void, string> {
  if (existsSync(file)) return err(`${file} exists already: an export overwrites nothing.`);
  return withDatabase(dataDir, (db) => {
    const output = openSync(file, 'wx');
    try {
      for (const { ws } of db.prepare('SELECT DISTINCT ws FROM audit ORDER BY ws').iterate()) {
        for (const row of auditRowsOf(db, ws)) writeSync(output, auditLine(ws, row));
      }
      return ok(undefined);
    } finally {
      closeSync(output);
    }
  });
}

function withDatabase<T>(
  dataDir: string,
  work: (db: Database) => Result<T, string>,
): Result<T, string> {
  const file = dataFileIn(dataDir);
  if (!existsSync(file)) return err(`There is no database in ${dataDir}.`);
  try {
    const db = openDatabase(file);
    try {
      return work(db);
    } finally {
      db.close();
    }
  } catch (error) {
    return err(`The database can't be read: ${error instanceof Error ? error.message : error}`);
  }
}
