/** An open document as screens use it: state, texts, changes, undo, the live room. */
import type * as Y from 'yjs';
import type { DocumentText } from '../../shared/document/schema.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Readable } from '../readable.ts';
import type { StorageFailure } from '../services.ts';

export type OpenDocument<Text extends DocumentText, State, Change> = OpenTexts<Text> & {
  readonly id: DocumentId;
  readonly state: Readable<State>;
  /** At once in the open document; the device's storage follows, and `saving` says when. */
  readonly change: (change: Change) => void;
  readonly saving: Readable<'saved' | 'saving' | StorageFailure>;
  /** Set when the server refused an edit made here: what it was is kept in the drafts. */
  readonly refused: Readable<RefusalCode | undefined>;
  /** Writes what is pending, leaves the room, frees the document. */
  readonly close: () => Promise<void>;
};

/** What a text editor needs of a document. */
export type OpenTexts<Text extends DocumentText> = {
  readonly text: (field: Text) => Y.Text;
  /** The origin that text editors give to their transactions, so that undo takes back one's own alone. */
  readonly editorOrigin: object;
  readonly undo: UndoService;
  readonly room: RoomService;
};

export type UndoService = {
  readonly canUndo: Readable<boolean>;
  readonly canRedo: Readable<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
};

export type Caret = {
  readonly field: DocumentText;
  /** UTF-16 offsets in the text as it is now. */
  readonly anchor: number;
  readonly head: number;
};

export type Presence = {
  /** One open screen, not one person. */
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly caret: Caret | undefined;
};

export type RoomService = {
  readonly state: Readable<'off' | 'connecting' | 'live'>;
  /** The others who have this document open now. */
  readonly others: Readable<readonly Presence[]>;
  readonly setCaret: (caret: Caret | undefined) => void;
};
