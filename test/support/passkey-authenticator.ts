/** An authenticator in a few lines: what a browser's WebAuthn would send, with any part of it spoilt. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { encode } from 'cborg';

export type Passkey = {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** As the authenticator counts; set back, it is a clone's. */
  counter: number;
};

export type Ceremony = {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** False: the person has not shown that it is them. */
  readonly isVerified?: boolean;
};

export function createPasskey(): Passkey {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { id: randomBytes(16).toString('base64url'), ...keys, counter: 0 };
}

/** The JSON of `navigator.credentials.create`. */
export function attest(passkey: Passkey, ceremony: Ceremony) {
  const id = Buffer.from(passkey.id, 'base64url');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(id.length);
  const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKeyOf(passkey.publicKey)]);
  const authData = Buffer.concat([authenticatorData(passkey, ceremony, 0x40), attested]);
  const attestationObject = encode({
    fmt: 'none',
    attStmt: {},
    authData: new Uint8Array(authData),
  });
  return {
    ...credentialOf(passkey),
    response: {
      clientDataJSON: clientData('webauthn.create', ceremony).toString('base64url'),
      attestationObject: Buffer.from(attestationObject).toString('base64url'),
    },
  };
}

/** The JSON of `navigator.credentials.get`. */
export function assertWith(passkey: Passkey, ceremony: Ceremony) {
  passkey.counter += 1;
  const authData = authenticatorData(passkey, ceremony, 0);
  const client = clientData('webauthn.get', ceremony);
  const signed = Buffer.concat([authData, sha256(client)]);
  return {
    ...credentialOf(passkey),
    response: {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, passkey.privateKey).toString('base64url'),
    },
  };
}

const credentialOf = ({ id }: Passkey) => ({
  id,
  rawId: id,
  type: 'public-key',
  clientExtensionResults: {},
});

const clientData = (type: string, { challenge, origin }: Ceremony): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

const userPresent = 0x01;
const userVerified = 0x04;

function authenticatorData(passkey: Passkey, { rpId, isVerified = true }: Ceremony, more: number) {
  const flags = userPresent | (isVerified ? userVerified : 0) | more;
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(passkey.counter);
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags]), counter]);
}

/** RFC 9053: an EC2 key on P-256 for ES256. */
function coseKeyOf(publicKey: KeyObject): Uint8Array {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const bytesOf = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'));
  return encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytesOf(x)],
      [-3, bytesOf(y)],
    ]),
  );
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
