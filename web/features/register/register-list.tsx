/** The rows of the register, and the keys that lead through them: arrows, j and k, Home, End. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { VirtualList, type VirtualListControl } from '../../ui/virtual-list.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { isTyping } from '../shell/shortcuts.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { stepTo } from './list-keys.ts';
import type { ListExtras } from './list-extras.ts';
import type { RegisterMemory } from './register-memory.ts';
import { RegisterHeadings, RegisterRow, type RowLook } from './register-row.tsx';
import type { Register } from './use-register.ts';

/** As in register-row.css. */
const rowHeightPx: { readonly [L in RowLook]: number } = { table: 36, cards: 88, compact: 64 };

type RegisterListProps = {
  readonly register: Register;
  readonly extras: ListExtras | undefined;
  readonly look: RowLook;
  readonly openId: DocumentId | undefined;
  readonly memory: RegisterMemory;
  /** Takes the way to give the list focus. */
  readonly enterRef: { current: () => void };
};

export function RegisterList({
  register,
  extras,
  look,
  openId,
  memory,
  enterRef,
}: RegisterListProps) {
  const { services, preferences } = useEnvironment();
  const { t } = useWords();
  const total = register.lines;
  const Row = extras?.Row ?? RegisterRow;
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const letterKeys = useReadable(preferences.letterKeys);
  const nowMs = useNow();
  const list = useRef<HTMLDivElement>(null);
  const control = useRef<VirtualListControl | undefined>(undefined);
  const [active, setActive] = useState(0);
  const focusWanted = useRef(false);

  const moveTo = (index: number) => {
    focusWanted.current = true;
    setActive(index);
    control.current?.reveal(index);
    // Nothing is drawn anew when it was the chosen row already.
    focusRow(index);
  };
  const focusRow = (index: number) => {
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!focusWanted.current || row === null || row === undefined) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
  };
  enterRef.current = () => moveTo(Math.min(active, total - 1));

  // The row may be drawn only now, after scrolling, or a moment later, when its content has come.
  useLayoutEffect(() => focusRow(active));

  // Rows of another height: the one that was chosen may have moved out of sight.
  useEffect(() => control.current?.reveal(Math.min(active, total - 1)), [look]);

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const inList = list.current?.contains(document.activeElement) ?? false;
      if (event.isComposing || isTyping(event.target) || document.querySelector('dialog[open]'))
        return;
      const next = stepTo(event, { active, total, inList, letterKeys });
      if (next === undefined) return;
      event.preventDefault();
      moveTo(next);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [active, total, letterKeys]);

  return (
    <div
      class="register-list"
      ref={list}
      role="table"
      aria-label={t('register.title')}
      aria-rowcount={total + (look === 'table' ? 1 : 0)}
    >
      {look === 'table' && (extras?.headings ?? <RegisterHeadings />)}
      <VirtualList
        key={look}
        count={total}
        rowHeightPx={rowHeightPx[look]}
        initialTopRow={memory.topRow}
        controlRef={control}
        onTopRow={(topRow) => (memory.topRow = topRow)}
        onWindow={register.show}
      >
        {(window) =>
          Array.from({ length: window.end - window.start }, (_, offset) => {
            const index = window.start + offset;
            const group = register.groupAt?.(index);
            if (group !== undefined) return extras?.groupLine(group, index);
            const row = register.rowAt(index);
            return row === undefined ? (
              <div class={`register-row register-row--${look}`} role="row" key={index}>
                <span role="cell" />
              </div>
            ) : (
              <Row
                key={row.id}
                row={row}
                index={index}
                look={look}
                people={people}
                me={me}
                nowMs={nowMs}
                active={index === Math.min(active, total - 1)}
                open={row.id === openId}
                onFocus={() => setActive(index)}
              />
            );
          })
        }
      </VirtualList>
    </div>
  );
}
