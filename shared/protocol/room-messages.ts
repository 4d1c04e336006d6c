/** Message types of a room socket: y-websocket's own, and ours from 100 on (JSON text in a var string). */

export const roomMessage = {
  sync: 0,
  awareness: 1,
  /** y-websocket's queryAwareness. */
  queryAwareness: 3,
  /** Server → client: `{docId, seq}`, everything of this connection up to now is committed. */
  durable: 100,
  /** Server → client, before close code 4409: `{code, message}`. */
  refused: 101,
} as const;

/** What the server says of a person in awareness, from the ticket; a client's own claim is overwritten. */
export type AwarenessUser = { readonly id: string; readonly name: string };

/** The server sends every room socket a frame at least this often: the provider cuts a silent one at 30 s. */
export const roomHeartbeatMs = 15_000;
