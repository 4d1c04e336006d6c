/** Addresses of the server, as both sides spell them. */

export const paths = {
  health: '/healthz',
  push: '/sync/push',
  pull: '/sync/pull',
  documents: '/sync/documents',
  /** WebSocket: one per device, JSON text frames {seq, epoch}. */
  poke: '/sync/poke',
  /** WebSocket: `/rooms/<docId>?ticket=…`, y-websocket's protocol. */
  rooms: '/rooms',
  roomTicket: '/rooms/ticket',
  session: '/session',
  join: '/session/join',
  leave: '/session/leave',
  challenge: '/session/challenge',
  renew: '/session/renew',
  ways: '/session/ways',
  /** POST signs in; `/start`, `/callback`, `/link`. */
  account: '/session/account',
  /** POST signs in; `/options` begins. */
  passkeySignIn: '/session/passkey',
  /** GET lists one's own, POST adds; `/passkeys/options`, `/passkeys/<id>/remove`. */
  passkeys: '/passkeys',
  /** GET lists, POST makes; `/invitations/<id>/revoke`. */
  invitations: '/invitations',
  /** `/people/<id>/recovery`, `/people/<id>/devices`, `/people/<id>/roles`, `/people/<id>/remove`. */
  people: '/people',
  /** POST changes the workspace's rules. */
  workspace: '/workspace',
  /** GET lists one's own; `/devices/<id>/rename`, `/devices/<id>/sign-out`. */
  devices: '/devices',
  /** `/history/<docId>?before=…&limit=…&field=…` */
  /** GET lists; `/quarantine/<docId>/<uid>/<admit | return | discard>`. */
  quarantine: '/quarantine',
  history: '/history',
  /** `/erasures/<docId>` */
  erasures: '/erasures',
  auditExport: '/audit/export',
} as const;

/** Of several workspaces that a browser is in, the one that a request is about. */
export const workspaceHeader = 'gemba-workspace';
/** The same for a socket, whose headers a page can't set. */
export const workspaceParameter = 'workspace';

/** The fragment that carries an invitation: never sent to a server, never in its logs. */
export const joinFragment = 'join';
