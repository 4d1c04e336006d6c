/** The protocol's version: raised only when an older peer could misread a newer one. */

export const protocolVersion = 1;

/** Limits of the wire, known to both sides so that a client never builds what the server refuses. */
export const wireLimits = {
  /** Bytes of one push body after decompression. */
  pushBodyBytes: 4 * 1024 * 1024,
  /** Items of one push, over all its envelopes. */
  pushItems: 500,
  /** Bytes of one update. */
  updateBytes: 256 * 1024,
  /** Update bytes that a client puts into one push, so that framing stays below pushBodyBytes. */
  pushUpdateBytes: 1024 * 1024,
  /** Documents of one pull page, at most. */
  pullItems: 500,
  /** State bytes after which a pull page is closed. */
  pullPageBytes: 1024 * 1024,
  /** Documents of one `POST /sync/documents`. */
  wholeDocuments: 50,
  /** Settled drafts that one pull tells of. */
  settledItems: 100,
  /** One frame of a room or poke socket. */
  roomFrameBytes: 512 * 1024,
  /** One awareness update. */
  awarenessBytes: 8 * 1024,
} as const;
