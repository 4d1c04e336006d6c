/**
 * y-websocket's provider on one document. It never reconnects by itself, because a ticket is spent by one
 * connection: whoever opened it is told of the close and comes with a fresh ticket.
 */
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { roomMessage } from '../../shared/protocol/room-messages.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { Caret, Presence } from '../services/open-document.ts';
import { readPresence, shareCaret } from './presence.ts';

export type LiveEvents = {
  readonly onSynced: () => void;
  /** What this client sent up to now is committed. */
  readonly onDurable: () => void;
  readonly onRefused: (code: string) => void;
  /** undefined: no close frame, as when the network went or the server fell silent. */
  readonly onClosed: (code: number | undefined) => void;
  readonly onPresence: (others: readonly Presence[]) => void;
};

export type LiveConnection = {
  /** The origin of updates that come from the room. */
  readonly origin: object;
  readonly connect: (ticket: string) => void;
  readonly setCaret: (caret: Caret | undefined) => void;
  readonly destroy: () => void;
};

export function createLiveConnection(
  serverUrl: string,
  id: DocumentId,
  doc: Y.Doc,
  events: LiveEvents,
): LiveConnection {
  const rooms = new URL(paths.rooms, serverUrl);
  rooms.protocol = rooms.protocol === 'https:' ? 'wss:' : 'ws:';
  const provider = new WebsocketProvider(rooms.href, id, doc, {
    connect: false,
    disableBc: true,
    shouldReconnect: () => false,
  });
  const { awareness } = provider;

  provider.messageHandlers[roomMessage.durable] = (_encoder, decoder) => {
    decoding.readVarString(decoder);
    events.onDurable();
  };
  provider.messageHandlers[roomMessage.refused] = (_encoder, decoder) => {
    events.onRefused(codeIn(decoding.readVarString(decoder)));
  };
  provider.on('sync', (isSynced) => {
    if (isSynced) events.onSynced();
  });
  provider.on('connection-close', (event) => {
    provider.shouldConnect = false;
    events.onClosed(event?.code);
  });
  const tellPresence = () => events.onPresence(readPresence(awareness, doc));
  awareness.on('change', tellPresence);
  doc.on('update', tellPresence);

  return {
    origin: provider,
    connect: (ticket) => {
      provider.params = { ticket, proto: String(protocolVersion) };
      provider.connect();
    },
    setCaret: (caret) => shareCaret(awareness, doc, caret),
    destroy: () => {
      awareness.off('change', tellPresence);
      doc.off('update', tellPresence);
      provider.destroy();
      awareness.destroy();
    },
  };
}

function codeIn(text: string): string {
  try {
    const { code } = JSON.parse(text) as { readonly code?: unknown };
    return typeof code === 'string' ? code : 'badValue';
  } catch {
    return 'badValue';
  }
}
