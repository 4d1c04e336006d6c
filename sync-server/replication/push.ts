/** Takes envelopes in: checks whose they are, commits what they hold, answers item by item. */
import { createPublicKey, verify } from 'node:crypto';
import type { ActorId, DeviceId, DocumentId, Uid } from '../../shared/domain/ids.ts';
import type { ClockDep } from '../../shared/deps.ts';
import {
  envelopeContent,
  type Envelope,
  type EnvelopeContent,
  type Item,
  type ItemResult,
  type PushAnswer,
  type PushRequest,
} from '../../shared/protocol/messages.ts';
import { type Refusal, refusal, type RefusalCode } from '../../shared/protocol/refusals.ts';
import { wireLimits } from '../../shared/protocol/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Session } from '../store/people-store.ts';
import type { Store } from '../store/store.ts';
import type { UpdateAuthor } from './admission.ts';
import { type Outcome, type Submission, uidOf } from './commit-batch.ts';
import type { CommitQueue } from './commit-queue.ts';
import { decodeBounded } from './decode-bounded.ts';
import { commandOf, decideCommand, type SubmittedCommand } from './decide-command.ts';
import { inTurn } from './in-turn.ts';
import { refuseGreeting, type SyncRefusal } from './sync-refusal.ts';

export type VerifySignature = (
  publicKey: Uint8Array,
  content: Uint8Array,
  signature: Uint8Array,
) => boolean;

export type PushDeps = ClockDep & {
  readonly store: Store;
  readonly queue: CommitQueue;
  readonly verifySignature: VerifySignature;
};

type Pushed = Promise<Result<PushAnswer, SyncRefusal>>;

export async function push(deps: PushDeps, session: Session, request: PushRequest): Pushed {
  const begun = await beginPush(deps, session, request);
  return begun.ok ? begun.value.answered : begun;
}

/** Pushes in a row: each is answered in its turn, and those after it are judged while it is stored. */
export const pushAll = (
  deps: PushDeps,
  session: Session,
  requests: AsyncIterator<Result<PushRequest, SyncRefusal>>,
): AsyncGenerator<Result<PushAnswer, SyncRefusal>> =>
  inTurn(requests, async (request) => {
    const begun = request.ok ? await beginPush(deps, session, request.value) : request;
    return begun.ok ? begun.value : { answered: Promise.resolve(begun) };
  });

/** Resolves when the push has its place in the queue: whoever pushes in order waits for that. */
async function beginPush(
  deps: PushDeps,
  session: Session,
  request: PushRequest,
): Promise<Result<{ readonly answered: Pushed }, SyncRefusal>> {
  const refused = await refuseGreeting(deps.store, session.workspace, request);
  if (refused !== undefined) return err(refused);
  const contents = decodeContents(request.envelopes);
  if (!contents.ok) return contents;
  const judged: Judged[] = [];
  for (const [at, content] of contents.value.entries()) {
    const reason = await refuseEnvelope(deps, session, content, request.envelopes[at]);
    const author = authorOf(session, content);
    judged.push(...content.items.map((item) => reason ?? submissionOf(author, item)));
  }
  // All of them take their places in the queue now, so that another push of this device comes after them.
  const answers = splitAtCommands(judged).map((run) => answerRun(deps, session, run));
  const answered = collect(answers).then((results) =>
    results.ok ? ok({ epoch: deps.store.lineage.epoch, results: [...results.value] }) : results,
  );
  return ok({ answered });
}

/** Edits go together; a command is decided on what came before it and nothing of what comes after. */
function splitAtCommands(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const runs: Judged[][] = [];
  for (const [at, entry] of judged.entries()) {
    const before = judged[at - 1];
    const isApart = before === undefined || isCommand(entry) || isCommand(before);
    if (isApart) runs.push([entry]);
    else runs.at(-1)?.push(entry);
  }
  return runs;
}

type RunAnswer = Result<readonly ItemResult[], Refusal>;

async function collect(answers: readonly Promise<RunAnswer>[]): Promise<RunAnswer> {
  const results: ItemResult[] = [];
  for (const answer of await Promise.all(answers)) {
    if (!answer.ok) return answer;
    results.push(...answer.value);
  }
  return ok(results);
}

async function answerRun(
  deps: PushDeps,
  session: Session,
  run: readonly Judged[],
): Promise<RunAnswer> {
  const [first] = run;
  if (first !== undefined && isCommand(first)) {
    const decided = await decideCommand(deps, session, first);
    return decided.ok ? ok([decided.value]) : decided;
  }
  const committed = await deps.queue.submit(session.workspace, run.filter(isSubmission));
  return committed.ok ? ok(resultsOf(run, committed.value)) : committed;
}

function resultsOf(run: readonly Judged[], committed: readonly Outcome[]): readonly ItemResult[] {
  const outcomes = committed.values();
  return run.map((entry): ItemResult => {
    if (!isSubmission(entry)) return entry as ItemResult;
    const outcome = outcomes.next();
    if (outcome.done === true) throw new Error('A submission was left without an outcome.');
    return outcome.value;
  });
}

/** Parses every envelope; one that can't be read spoils the request, because its items can't be counted. */
function decodeContents(
  envelopes: readonly Envelope[],
): Result<readonly EnvelopeContent[], Refusal> {
  const contents: EnvelopeContent[] = [];
  let items = 0;
  for (const envelope of envelopes) {
    const parsed = envelopeContent.safeParse(decodeBounded(envelope.content));
    if (!parsed.success) return err(malformedEnvelope);
    items += parsed.data.items.length;
    contents.push(parsed.data);
  }
  return items > wireLimits.pushItems
    ? err(refusal('tooLarge', `A push has at most ${wireLimits.pushItems} items.`, 'envelopes'))
    : ok(contents);
}

/** A device pushes its own envelopes, under an actor of its person. */
async function refuseEnvelope(
  { store, verifySignature }: PushDeps,
  session: Session,
  { device, actor }: EnvelopeContent,
  envelope: Envelope | undefined,
): Promise<ItemResult | undefined> {
  if (device !== session.device) {
    return refusedItem('foreignDevice', 'The envelope is another device’s.');
  }
  const person =
    actor === session.actor
      ? session.person.id
      : await store.findActor(session.workspace, actor as ActorId);
  if (person !== session.person.id) {
    return refusedItem('foreignDevice', 'The actor is not one of this person’s.');
  }
  if (
    envelope === undefined ||
    !verifySignature(session.publicKey, envelope.content, envelope.signature)
  ) {
    return refusedItem('badSignature', 'The signature does not fit the device’s key.');
  }
  return undefined;
}

const authorOf = ({ person }: Session, { device, actor }: EnvelopeContent): UpdateAuthor => ({
  person: person.id,
  device: device as DeviceId,
  actor: actor as ActorId,
});

function submissionOf(author: UpdateAuthor, item: Item): Judged {
  const { docId, docEpoch, hlc, body, applies } = item;
  if (body.type === 'command') return commandOf(author, item);
  return {
    docId: docId as DocumentId,
    docEpoch,
    hlc,
    author,
    parts: [body.bytes],
    uid: uidOf(body.bytes),
    source: undefined,
    ...(applies !== undefined && { applies: applies as Uid[] }),
  };
}

type Judged = Submission | SubmittedCommand | ItemResult;

const isSubmission = (entry: Judged): entry is Submission => 'parts' in entry;
const isCommand = (entry: Judged): entry is SubmittedCommand => 'command' in entry;

const refusedItem = (code: RefusalCode, message: string): ItemResult => ({
  type: 'refused',
  code,
  message,
});

const malformedEnvelope = refusal(
  'malformed',
  'An envelope’s content is not the CBOR of device, boot, actor and items.',
  'envelopes',
);

/** The DER head of an Ed25519 public key (RFC 8410); the 32 bytes of the key follow. */
const ed25519Head = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifySignature = (publicKey, content, signature) => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([ed25519Head, publicKey]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, content, key, signature);
  } catch {
    // OpenSSL throws on bytes that are no key at all.
    return false;
  }
};
