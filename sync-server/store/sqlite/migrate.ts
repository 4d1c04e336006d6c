/** Brings a database to the newest schema, one numbered file after the other, each in one transaction. */
import { type Database, transact } from './transaction.ts';
import start from './migrations/001-start.sql?raw';
import roles from './migrations/002-roles.sql?raw';
import signIn from './migrations/003-sign-in.sql?raw';
import passkeys from './migrations/004-passkeys.sql?raw';
import history from './migrations/005-history.sql?raw';
import membership from './migrations/006-membership.sql?raw';
import facts from './migrations/007-facts.sql?raw';
import erasures from './migrations/008-erasures.sql?raw';
import quarantine from './migrations/009-quarantine.sql?raw';
import visibility from './migrations/010-visibility.sql?raw';
import workAccounts from './migrations/011-work-accounts.sql?raw';
import shares from './migrations/012-shares.sql?raw';
import erasedNames from './migrations/013-erased-names.sql?raw';
import returnedEdits from './migrations/014-returned-edits.sql?raw';
import epochs from './migrations/015-epochs.sql?raw';
import teams from './migrations/016-teams.sql?raw';
import documentsWithoutNumber from './migrations/017-documents-without-number.sql?raw';
import appliedAgain from './migrations/018-applied-again.sql?raw';

/** In order; a file that was released never changes. */
const migrations: readonly string[] = [
  start,
  roles,
  signIn,
  passkeys,
  history,
  membership,
  facts,
  erasures,
  quarantine,
  visibility,
  workAccounts,
  shares,
  erasedNames,
  returnedEdits,
  epochs,
  teams,
  documentsWithoutNumber,
  appliedAgain,
];

export const newestSchema = migrations.length;

export function migrate(db: Database): void {
  const present = schemaOf(db);
  if (present > newestSchema) {
    throw new Error(
      `The database has schema ${present}, this server knows ${newestSchema}: start a newer server.`,
    );
  }
  for (const [at, sql] of migrations.entries()) {
    if (at < present) continue;
    transact(db, () => {
      db.exec(sql);
      db.exec(`PRAGMA user_version = ${at + 1}`);
    });
  }
}

const schemaOf = (db: Database): number =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
