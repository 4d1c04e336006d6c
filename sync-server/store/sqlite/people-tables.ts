/** People, their actors and sessions in SQLite, and how a device becomes one of somebody's. */
import type { ActorId, DeviceId, PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import { type Person, type Role, sortRoles } from '../../../shared/domain/person.ts';
import { type Refusal, refusal } from '../../../shared/protocol/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Entry, Joining, Session, SessionOpening } from '../people-store.ts';
import type { AuditChain } from './audit-chain.ts';
import { createInvitationSpending } from './invitation-tables.ts';
import { personOf, type PersonRecord, selectPeople } from './person-rows.ts';
import { type Database, transact, transactResult } from './transaction.ts';

export function createPeopleTables(db: Database, audit: AuditChain) {
  const findSession = db.prepare(`
    SELECT s.ws, s.device, s.actor, d.public_key, d.last_seen_at, p.person, p.display_name, p.roles,
      w.name AS workspace_name
    FROM sessions s
    JOIN workspaces w ON w.ws = s.ws
    JOIN devices d ON d.ws = s.ws AND d.device = s.device
    JOIN people p ON p.ws = d.ws AND p.person = d.person
    WHERE s.token_hash = ? AND s.expires_at > ? AND (p.removed_at IS NOT NULL) = ?`);
  const findDeviceKey = db.prepare(
    'SELECT public_key, signed_out_at FROM devices WHERE ws = ? AND device = ?',
  );
  const findDeviceActor = db.prepare(
    `SELECT a.actor FROM actors a JOIN people p ON p.ws = a.ws AND p.person = a.person
     WHERE a.ws = ? AND a.bound_by = ? AND p.removed_at IS NULL
     ORDER BY a.bound_at DESC, a.actor LIMIT 1`,
  );
  const findActor = db.prepare('SELECT person FROM actors WHERE ws = ? AND actor = ?');
  const findDevice = db.prepare(
    'SELECT person, public_key, signed_out_at FROM devices WHERE ws = ? AND device = ?',
  );
  const findPerson = db.prepare('SELECT roles, removed_at FROM people WHERE ws = ? AND person = ?');
  const listPeople = db.prepare(`${selectPeople} WHERE ws = ? ORDER BY joined_at, person`);
  const countAdministrators = db.prepare(`
    SELECT count(*) AS count FROM people
    WHERE ws = ? AND removed_at IS NULL
      AND EXISTS (SELECT 1 FROM json_each(people.roles) WHERE value = 'admin')`);
  const spendInvitation = createInvitationSpending(db);
  const insertPerson = db.prepare(
    'INSERT INTO people (ws, person, display_name, roles, joined_at) VALUES (?, ?, ?, ?, ?)',
  );
  const deleteSessionsOf = db.prepare(`
    DELETE FROM sessions
    WHERE ws = ? AND device IN (SELECT device FROM devices WHERE ws = ? AND person = ?)`);
  const takeInAgain = db.prepare(
    'UPDATE people SET roles = ?, removed_at = NULL WHERE ws = ? AND person = ?',
  );
  const insertDevice = db.prepare(`
    INSERT INTO devices (ws, device, person, public_key, joined_at, name, last_seen_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (ws, device) DO UPDATE SET signed_out_at = NULL, last_seen_at = excluded.last_seen_at`);
  const insertActor = db.prepare(`
    INSERT INTO actors (ws, actor, person, bound_by, bound_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (ws, actor) DO NOTHING`);
  const insertSession = db.prepare(`
    INSERT INTO sessions (ws, token_hash, device, actor, created_at, expires_at)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const changePeople = db.prepare(
    'UPDATE workspaces SET people_version = people_version + 1 WHERE ws = ?',
  );

  const sessionOf = (tokenHash: string, nowMs: number, isRemoved = false): Session | undefined => {
    const found = findSession.get(tokenHash, nowMs, Number(isRemoved)) as SessionRecord | undefined;
    return (
      found && {
        workspace: found.ws,
        workspaceName: found.workspace_name,
        person: {
          id: found.person,
          displayName: found.display_name,
          roles: JSON.parse(found.roles) as Role[],
        },
        device: found.device,
        actor: found.actor,
        publicKey: found.public_key,
        lastSeenAt: found.last_seen_at,
      }
    );
  };

  const keyOf = (workspace: WorkspaceId, device: DeviceId) => {
    const found = findDeviceKey.get(workspace, device) as
      { public_key: Uint8Array; signed_out_at: number | null } | undefined;
    return found && { publicKey: found.public_key, isSignedOut: found.signed_out_at !== null };
  };

  const findMember = (ws: WorkspaceId, person: PersonId): MemberRecord | undefined =>
    findPerson.get(ws, person) as MemberRecord | undefined;

  /** undefined: the link is worth nothing, or whoever it is for is no member any more. */
  const admissionOf = (entry: Entry, atMs: number): Admission | undefined => {
    const admission = entry.type === 'invitation' ? spendInvitation(entry.tokenHash, atMs) : entry;
    if (admission === undefined) return undefined;
    const { workspace, person } = admission;
    const isGone = person !== null && findMember(workspace, person)?.removed_at !== null;
    return isGone ? undefined : admission;
  };

  /** Whose the device becomes; refused when device or actor are somebody else's already. */
  const chooseIdentity = (admission: Admission, joining: Joining): Result<Identity, Refusal> => {
    const { workspace: ws } = admission;
    const device = findDevice.get(ws, joining.device) as
      { person: PersonId; public_key: Uint8Array; signed_out_at: number | null } | undefined;
    const actor = findActor.get(ws, joining.actor) as { person: PersonId } | undefined;
    const person = admission.person ?? device?.person ?? joining.newPerson;
    if (device !== undefined && Buffer.compare(device.public_key, joining.publicKey) !== 0) {
      return err(refusal('foreignDevice', 'This device has joined before with another key.'));
    }
    if ((device?.person ?? person) !== person) {
      return err(refusal('foreignDevice', 'This device belongs to somebody else.'));
    }
    if ((actor?.person ?? person) !== person) {
      return err(refusal('foreignDevice', 'This actor belongs to somebody else.'));
    }
    const known = findMember(ws, person);
    const wasRemoved = known !== undefined && known.removed_at !== null;
    const roles = rolesAfter(admission, known);
    // Signed in on this very device, with all that the link gives.
    const isHere =
      device?.signed_out_at === null &&
      known?.removed_at === null &&
      known.roles === JSON.stringify(roles);
    return ok({ person, exists: known !== undefined, wasRemoved, isHere, roles });
  };

  const bind = (admission: Admission, joining: Joining, identity: Identity): void => {
    const { workspace: ws, how } = admission;
    const { device, actor, atMs } = joining;
    const { person } = identity;
    const roles = JSON.stringify(identity.roles);
    // Whoever comes back does so with this device: what was open before the removal stays closed.
    if (identity.wasRemoved) deleteSessionsOf.run(ws, ws, person);
    if (!identity.exists) insertPerson.run(ws, person, joining.displayName, roles, atMs);
    else takeInAgain.run(roles, ws, person);
    insertDevice.run(ws, device, person, joining.publicKey, atMs, joining.deviceName, atMs);
    insertActor.run(ws, actor, person, device, atMs);
    insertSession.run(ws, joining.sessionHash, device, actor, atMs, joining.sessionExpiresAt);
    changePeople.run(ws);
    audit.append(ws, atMs, 'joined', { person, device, actor, roles: identity.roles, how });
  };

  return {
    findSession: (tokenHash: string, nowMs: number) => sessionOf(tokenHash, nowMs),

    findRemovedSession: (tokenHash: string, nowMs: number) => sessionOf(tokenHash, nowMs, true),

    findDeviceKey: keyOf,

    openSession: ({ workspace, device, atMs, ...opening }: SessionOpening): Session | undefined =>
      transact(db, () => {
        const actor = findDeviceActor.get(workspace, device) as { actor: ActorId } | undefined;
        if (actor === undefined || keyOf(workspace, device)?.isSignedOut !== false)
          return undefined;
        const { sessionHash, sessionExpiresAt } = opening;
        insertSession.run(workspace, sessionHash, device, actor.actor, atMs, sessionExpiresAt);
        audit.append(workspace, atMs, 'signedInByKey', { device });
        return sessionOf(sessionHash, atMs);
      }),

    findActor: (workspace: WorkspaceId, actor: ActorId): PersonId | undefined =>
      (findActor.get(workspace, actor) as { person: PersonId } | undefined)?.person,

    listPeople: (workspace: WorkspaceId): readonly Person[] =>
      (listPeople.all(workspace) as PersonRecord[]).map(personOf),

    hasAdministrator: (workspace: WorkspaceId): boolean =>
      (countAdministrators.get(workspace) as { count: number }).count > 0,

    join: (joining: Joining): Result<Session, Refusal> =>
      transactResult(db, () => {
        const admission = admissionOf(joining.entry, joining.atMs);
        if (admission === undefined) {
          return err(refusal('invitationInvalid', 'The link is used up, expired or unknown.'));
        }
        const identity = chooseIdentity(admission, joining);
        if (!identity.ok) return identity;
        if (!identity.value.exists && joining.displayName === undefined) {
          return err(refusal('invalidField', 'A name of 1 to 80 characters.', 'displayName'));
        }
        if (identity.value.isHere) admission.giveBack?.();
        bind(admission, joining, identity.value);
        const session = sessionOf(joining.sessionHash, joining.atMs);
        if (session === undefined) throw new Error('A session just made was not found.');
        return ok(session);
      }),
  };
}

/** An invitation adds to what a member may do; whoever was removed starts anew, and a further device changes nothing. */
function rolesAfter({ roles }: Admission, known: MemberRecord | undefined): readonly Role[] {
  const held = known === undefined || known.removed_at !== null ? [] : JSON.parse(known.roles);
  return sortRoles([...(held as Role[]), ...roles]);
}

/** What an entry comes down to. */
type Admission = {
  readonly workspace: WorkspaceId;
  /** Whose further device it is; null = somebody new. */
  readonly person: PersonId | null;
  readonly roles: readonly Role[];
  /** For the audit trail. */
  readonly how: string;
  /** Of a link: its use is not spent after all. */
  readonly giveBack?: () => void;
};

type Identity = {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly exists: boolean;
  readonly wasRemoved: boolean;
  readonly isHere: boolean;
};

type MemberRecord = { readonly roles: string; readonly removed_at: number | null };

type SessionRecord = {
  readonly ws: WorkspaceId;
  readonly workspace_name: string;
  readonly device: Session['device'];
  readonly actor: ActorId;
  readonly public_key: Uint8Array;
  readonly last_seen_at: number;
  readonly person: PersonId;
  readonly display_name: string;
  readonly roles: string;
};
