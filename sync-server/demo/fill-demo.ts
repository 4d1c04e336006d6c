/** Fills an empty workspace with the demo's two years, each edit and decision through the door that real ones take. */
import { hash } from 'node:crypto';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import type { DemoPerson } from '../../shared/demo/demo-step.ts';
import type { Demo } from '../../shared/demo/generate-demo.ts';
import {
  type DemoEvent,
  playMeasure,
  playRecord,
  playSettings,
} from '../../shared/demo/play-steps.ts';
import { withFacts } from '../../shared/document/project.ts';
import { createUuidV7, type DocumentId, type Uid } from '../../shared/domain/ids.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import { foldFacts } from '../../shared/process/facts.ts';
import { versionBasis } from '../../shared/process/version.ts';
import { createToken, hashToken } from '../auth/tokens.ts';
import { createInProcessAdmission } from '../replication/admit.ts';
import type { Submission } from '../replication/commit-batch.ts';
import { decideCommand } from '../replication/decide-command.ts';
import { createReplication } from '../replication/replication.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';

/** Committed together: what one transaction of a busy server may hold. */
const batchSize = 400;

/** Nobody ever holds the key of one of these devices. */
const keyBytes = 32;

type Happening = DemoEvent & { readonly docId: DocumentId };

/** Throws where something is refused: the demo is only what people could have done. `onProgress`: a share, 0 to 1. */
export async function fillDemo(
  store: Store,
  demo: Demo,
  seed: number,
  onProgress: (share: number) => void,
  { randomBytes }: RandomDep,
): Promise<void> {
  let nowMs = demo.fromMs;
  const deps = { store, randomBytes, nowMs: () => nowMs };
  const sessions = await gather(deps, demo.people);
  const sessionOf = (person: DemoPerson): Session => {
    const session = sessions.get(person);
    if (session === undefined) throw new Error(`${person.name} has not joined.`);
    return session;
  };
  const { queue } = createReplication({ ...deps, admission: createInProcessAdmission() });
  const workspace = store.lineage.workspace.id;

  const commit = async (happenings: readonly Happening[]) => {
    const submissions = happenings.flatMap((happening) => submissionOf(happening));
    const answer = await queue.submit(workspace, submissions);
    if (!answer.ok) throw new Error(answer.error.message);
    const odd = answer.value.find(({ type }) => type !== 'ok');
    if (odd !== undefined) throw new Error(`The demo's edit is ${JSON.stringify(odd)}.`);
  };
  const decide = async ({ docId, by, said }: Happening & { readonly said: CommandRequest }) => {
    const uid = createUuidV7<Uid>(deps);
    const expectedVersion = await readVersion(store, docId, uid, said.type);
    const author = { person: by.id, device: by.device, actor: by.actor };
    const command = { ...said, expectedVersion };
    const submitted = { docId, uid, hlc: '', author, command };
    const answer = await decideCommand({ ...deps, queue }, sessionOf(by), submitted);
    if (!answer.ok || answer.value.type !== 'ok') {
      throw new Error(`The demo's ${said.type} is ${JSON.stringify(answer)}.`);
    }
  };

  const happenings = happeningsOf(demo, seed, workspace as string as DocumentId);
  let waiting: Happening[] = [];
  for (const [place, happening] of happenings.entries()) {
    // Open until the end: it would be read anew for every edit.
    queue.hold({ workspace, docId: happening.docId });
    if (happening.type === 'update') waiting.push(happening);
    if (happening.type === 'decide' || waiting.length === batchSize) {
      await commit(waiting);
      waiting = [];
    }
    nowMs = Math.max(nowMs, happening.atMs);
    if (happening.type === 'decide') await decide(happening);
    if (place % batchSize === 0) onProgress(place / happenings.length);
  }
  await commit(waiting);
  onProgress(1);
}

/** Oldest first. */
function happeningsOf(demo: Demo, seed: number, workspace: DocumentId): readonly Happening[] {
  const happenings: Happening[] = [];
  const note = (docId: DocumentId) => (event: DemoEvent) =>
    void happenings.push({ ...event, docId });
  playSettings(demo.settings, seed, note(workspace));
  for (const measure of demo.measures) playMeasure(measure, seed, note(measure.id));
  for (const record of demo.records()) playRecord(record, seed, note(record.id));
  return happenings.sort((a, b) => a.atMs - b.atMs);
}

function submissionOf(happening: Happening): readonly Submission[] {
  if (happening.type !== 'update') return [];
  const { docId, by, bytes } = happening;
  const author = { person: by.id, device: by.device, actor: by.actor };
  const uid = hash('sha256', bytes, 'hex') as Uid;
  return [{ docId, docEpoch: 0, hlc: '', author, parts: [bytes], uid, source: undefined }];
}

async function readVersion(
  store: Store,
  docId: DocumentId,
  uid: Uid,
  type: CommandRequest['type'],
) {
  const record = await store.readRecord(store.lineage.workspace.id, docId, uid);
  if (record.type !== 'there') throw new Error('The demo decides on a record that is not there.');
  const { row, ref, facts } = record;
  const basis = versionBasis(type, withFacts(row, { ref, list: facts }), foldFacts(facts));
  return { factSeq: basis.factSeq, fieldsHash: hash('sha256', basis.declaredText, 'hex') };
}

type GatherDeps = ClockDep & RandomDep & { readonly store: Store };

/** Everybody joins by a link of their own. */
async function gather(
  deps: GatherDeps,
  people: readonly DemoPerson[],
): Promise<ReadonlyMap<DemoPerson, Session>> {
  const sessions = new Map<DemoPerson, Session>();
  const { store, nowMs, randomBytes } = deps;
  for (const person of people) {
    const { id, device, actor, name, roles } = person;
    const tokenHash = hashToken(createToken(deps));
    const atMs = nowMs();
    await store.addInvitation({
      workspace: store.lineage.workspace.id,
      id: createUuidV7<string>(deps),
      tokenHash,
      kind: 'person',
      roles,
      label: '',
      by: null,
      person: null,
      createdAt: atMs,
      expiresAt: atMs + 1,
      uses: 1,
    });
    const joined = await store.join({
      entry: { type: 'invitation', tokenHash },
      device,
      actor,
      publicKey: randomBytes(keyBytes),
      deviceName: '',
      displayName: name,
      newPerson: id,
      sessionHash: hashToken(createToken(deps)),
      sessionExpiresAt: atMs + 1,
      atMs,
    });
    if (!joined.ok) throw new Error(joined.error.message);
    sessions.set(person, joined.value);
  }
  return sessions;
}
