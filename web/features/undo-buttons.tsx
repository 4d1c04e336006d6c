/** The ways back and forth of an open document. */
import type { UndoService } from '../services/open-document.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useWords } from './environment.ts';
import { commandKey } from './shell/shortcuts.ts';
import { useReadable } from './use-readable.ts';

export function UndoButtons({ undo }: { readonly undo: UndoService }) {
  const { t } = useWords();
  const canUndo = useReadable(undo.canUndo);
  const canRedo = useReadable(undo.canRedo);
  const command = commandKey(navigator.platform);
  return (
    <>
      <IconButton
        icon="undo"
        label={t('record.undo')}
        keys={`${command}+Z`}
        disabled={!canUndo}
        onClick={undo.undo}
      />
      <IconButton
        icon="redo"
        label={t('record.redo')}
        keys={`${command}+Shift+Z`}
        disabled={!canRedo}
        onClick={undo.redo}
      />
    </>
  );
}
