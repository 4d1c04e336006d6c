/** What the bulk floor and its client send each other. */

export type FloorPush = {
  readonly items: readonly { readonly docId: string; readonly bytes: Uint8Array }[];
};

export type FloorPull = { readonly after: number; readonly limit: number };

export type FloorRow = { readonly seq: number; readonly doc: string; readonly bytes: Uint8Array };
