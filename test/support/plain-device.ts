/** A device without a page: joins, signs, pushes and pulls over plain HTTP, as any other program could. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { nextHlc } from '../../shared/domain/hlc.ts';
import {
  type ActorId,
  createUuidV7,
  type DeviceId,
  type DocumentId,
  type PersonId,
  type Uid,
} from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import { cborMediaType, decodeFrame, encodeFrame } from '../../shared/protocol/frame.ts';
import {
  type Envelope,
  type EnvelopeContent,
  type Item,
  type Problem,
  problem,
  type PullAnswer,
  pullAnswer,
  type PushAnswer,
  pushAnswer,
} from '../../shared/protocol/messages.ts';
import { joinFragment, paths } from '../../shared/protocol/paths.ts';
import { joinProofText } from '../../shared/protocol/device-proofs.ts';
import { invitationAnswer, sessionAnswer, ticketAnswer } from '../../shared/protocol/session.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

/** An edit as an outbox holds it: bytes that never change once they are made. */
export type PlainUpdate = { readonly docId: DocumentId; readonly bytes: Uint8Array };

export type PlainDevice = {
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly boot: string;
  /** With the device's key. */
  readonly sign: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;
  /** The server's address; a restarted server may have another one. */
  readonly useServer: (url: string) => void;
  readonly pushBody: (updates: readonly PlainUpdate[]) => Uint8Array<ArrayBuffer>;
  readonly push: (updates: readonly PlainUpdate[]) => Promise<PushAnswer>;
  /** As decided upon a record that is not there any more: it is stale, unless it is refused before. */
  readonly pushCommand: (docId: DocumentId, request: CommandRequest) => Promise<PushAnswer>;
  readonly pull: (cursor: string | null, limit?: number) => Promise<PullAnswer>;
  /** The address of one connection to a document's room. */
  readonly roomUrl: (docId: DocumentId) => Promise<string>;
  /** Headers that carry the session, for sockets and other requests. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** A token that another device joins with. */
  readonly invite: (whom: 'member' | 'admin' | 'ownDevice' | readonly Role[]) => Promise<string>;
  readonly person: PersonId;
  readonly postJson: (path: string, body?: unknown) => Promise<unknown>;
};

/** The server said no: which way, and what it had to say. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer';
  readonly problem: Problem;

  constructor(said: Problem) {
    super(`${said.status} ${said.code}: ${said.detail}`);
    this.problem = said;
  }
}

export const uidOf = (bytes: Uint8Array): Uid =>
  createHash('sha256').update(bytes).digest('hex') as Uid;

/** The token of a printed or shown link. */
export const tokenOf = (link: string): string =>
  new URLSearchParams(new URL(link).hash.slice(1)).get(joinFragment) ?? '';

const machine = {
  nowMs: () => Date.now(),
  randomBytes: (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes)),
};

/** Spends the invitation; `displayName` is the new person's. */
export async function joinAsPlainDevice(
  serverUrl: string,
  token: string,
  displayName: string,
): Promise<PlainDevice> {
  const device = createUuidV7<DeviceId>(machine);
  const actor = createUuidV7<ActorId>(machine);
  const boot = randomBytes(8).toString('hex');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  let server = serverUrl;
  let itemsMade = 0;
  let epoch: string | null = null;

  const joining = await post(
    server,
    paths.join,
    'application/json',
    {},
    JSON.stringify({
      token,
      device,
      actor,
      publicKey: publicKey.export({ format: 'jwk' }).x,
      proof: signature(privateKey, Buffer.from(joinProofText(token, device, actor))).toString(
        'base64url',
      ),
      displayName,
    }),
  );
  const cookie = joining.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  const person = sessionAnswer.parse(await joining.json()).person.id as PersonId;
  const headers = () => ({ cookie, origin: server });

  const postJson = async (path: string, body: unknown = {}): Promise<unknown> =>
    (await post(server, path, 'application/json', headers(), JSON.stringify(body))).json();
  const postCbor = async (path: string, body: Uint8Array<ArrayBuffer>) => {
    try {
      const answer = await post(server, path, cborMediaType, headers(), body);
      return decodeFrame(new Uint8Array(await answer.arrayBuffer()));
    } catch (error) {
      // What to offer again is the caller's to say; from now on it speaks of the lineage that is.
      if (error instanceof ProblemAnswer) epoch = error.problem.epoch ?? epoch;
      throw error;
    }
  };

  const itemOf = (docId: DocumentId, body: Item['body']): Item => ({
    n: itemsMade++,
    docId,
    docEpoch: 0,
    hlc: nextHlc(machine),
    body,
  });
  const envelopeOf = (items: readonly Item[]): Envelope => {
    const content: EnvelopeContent = { device, boot, actor, items: [...items] };
    const bytes = encodeFrame(content);
    return { content: bytes, signature: signature(privateKey, bytes) };
  };
  const bodyOf = (items: readonly Item[]) =>
    encodeFrame({ proto: protocolVersion, epoch, envelopes: [envelopeOf(items)] });
  const pushBody = (updates: readonly PlainUpdate[]) =>
    bodyOf(
      updates.map(({ docId, bytes }) =>
        itemOf(docId, { type: 'update', bytes: new Uint8Array(bytes) }),
      ),
    );
  const send = async (body: Uint8Array<ArrayBuffer>) => {
    const answer = pushAnswer.parse(await postCbor(paths.push, body));
    epoch = answer.epoch;
    return answer;
  };

  return {
    device,
    actor,
    boot,
    sign: (bytes) => new Uint8Array(signature(privateKey, bytes)),
    useServer: (url) => {
      server = url;
    },
    pushBody,
    push: (updates) => send(pushBody(updates)),
    pushCommand: (docId, request) => {
      const expectedVersion = { factSeq: 0, fieldsHash: '0'.repeat(64) };
      const command = { ...request, expectedVersion };
      const uid = createUuidV7<Uid>(machine);
      return send(bodyOf([itemOf(docId, { type: 'command', uid, command })]));
    },
    pull: async (cursor, limit) => {
      const request = { proto: protocolVersion, epoch, cursor, peopleVersion: 0, limit };
      const answer = pullAnswer.parse(await postCbor(paths.pull, encodeFrame(request)));
      epoch = answer.epoch;
      return answer;
    },
    roomUrl: async (docId) => {
      const { ticket } = ticketAnswer.parse(await postJson(paths.roomTicket, { docId }));
      return `${server.replace('http', 'ws')}${paths.rooms}/${docId}?ticket=${ticket}`;
    },
    headers,
    invite: async (whom) => {
      const request = typeof whom === 'string' ? { for: whom } : { for: 'person', roles: whom };
      return invitationAnswer.parse(await postJson(paths.invitations, request)).token;
    },
    person,
    postJson,
  };
}

const signature = (key: KeyObject, bytes: Uint8Array): Buffer<ArrayBuffer> =>
  Buffer.from(sign(null, bytes, key));

async function post(
  server: string,
  path: string,
  mediaType: string,
  headers: Readonly<Record<string, string>>,
  body: BodyInit,
): Promise<Response> {
  const answer = await fetch(server + path, {
    method: 'POST',
    headers: { ...headers, 'content-type': mediaType },
    body,
    signal: AbortSignal.timeout(requestLimitMs),
  });
  if (!answer.ok) throw new ProblemAnswer(problem.parse(await answer.json()));
  return answer;
}

const requestLimitMs = 30_000;
