/** The device's Ed25519 key: kept by the browser and not extractable where it knows the algorithm, else a seed. */
import type { RandomDep } from '../../shared/deps.ts';
import { hasSubtleCrypto } from '../local/browser-deps.ts';
import type { DeviceDatabase, StoredKey } from '../local/device-database.ts';

export type DeviceKey = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
};

/** Made when first needed; the same in every tab. */
export async function openDeviceKey(
  deps: RandomDep,
  device: Pick<DeviceDatabase, 'readKey' | 'keepKey'>,
): Promise<DeviceKey> {
  const key = (await device.readKey()) ?? (await device.keepKey(await createKey(deps)));
  return { publicKey: key.publicKey, sign: (content) => signWith(key, content) };
}

async function createKey(deps: RandomDep): Promise<StoredKey> {
  return (await createSubtleKey()) ?? createSeedKey(deps);
}

/** undefined on a plain-http address, and in browsers that don't know Ed25519. */
async function createSubtleKey(): Promise<StoredKey | undefined> {
  if (!hasSubtleCrypto()) return undefined;
  try {
    const pair = (await crypto.subtle.generateKey('Ed25519', false, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    return { type: 'subtle', publicKey, privateKey: pair.privateKey };
  } catch (error) {
    if ((error as Error).name === 'NotSupportedError') return undefined;
    throw error;
  }
}

async function createSeedKey(deps: RandomDep): Promise<StoredKey> {
  const ed25519 = await loadEd25519();
  const seed = deps.randomBytes(32);
  return { type: 'seed', publicKey: ed25519.getPublicKey(seed), seed };
}

async function signWith(key: StoredKey, content: Uint8Array): Promise<Uint8Array> {
  if (key.type === 'subtle') {
    const signature = await crypto.subtle.sign('Ed25519', key.privateKey, content as BufferSource);
    return new Uint8Array(signature);
  }
  return (await loadEd25519()).sign(content, key.seed);
}

/** Its own SHA-512 needs crypto.subtle, which is what is missing here. */
async function loadEd25519() {
  const [ed25519, { sha512 }] = await Promise.all([
    import('@noble/ed25519'),
    import('@noble/hashes/sha2.js'),
  ]);
  ed25519.hashes.sha512 = sha512;
  return ed25519;
}
