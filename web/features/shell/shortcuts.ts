/** Keys that work on every screen. Single letters can be turned off, and never act while someone types. */

export type ShortcutAction = 'capture' | 'search' | 'keys' | 'palette';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat'
>;

const letters: Readonly<Record<string, ShortcutAction>> = {
  c: 'capture',
  '/': 'search',
  '?': 'keys',
};

export function shortcutFor(
  pressed: Pressed,
  situation: { readonly typing: boolean; readonly letterKeys: boolean },
): ShortcutAction | undefined {
  if (pressed.isComposing || pressed.repeat || pressed.altKey) return undefined;
  if (pressed.ctrlKey || pressed.metaKey) {
    return pressed.key.toLowerCase() === 'k' ? 'palette' : undefined;
  }
  return situation.typing || !situation.letterKeys ? undefined : letters[pressed.key];
}

const untypedInputs: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit']);

/** True where a letter belongs into the text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !untypedInputs.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** How the platform writes its command key. */
export const commandKey = (platform: string): string =>
  /mac|iphone|ipad/iu.test(platform) ? '⌘' : 'Ctrl';
