/** Which keys undo and redo in a record; boxes with words of their own keep the browser's undo. */

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'target'
>;

export function historyKey(pressed: Pressed): 'undo' | 'redo' | undefined {
  if (pressed.isComposing || pressed.altKey || !(pressed.ctrlKey || pressed.metaKey)) {
    return undefined;
  }
  if (!belongsToRecord(pressed.target)) return undefined;
  const key = pressed.key.toLowerCase();
  if (key === 'z') return pressed.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}

/** False in a box whose words are not in the record yet, such as the title while it is being typed. */
function belongsToRecord(target: EventTarget | null): boolean {
  const box = target instanceof Element ? target.closest<HTMLElement>('textarea, input') : null;
  if (box === null || box.dataset['history'] === 'record') return true;
  return box instanceof HTMLInputElement && box.type === 'radio';
}
