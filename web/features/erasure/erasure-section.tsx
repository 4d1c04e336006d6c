/** Erasing words of a record, for administrators: out of sight until asked for. */
import { useState } from 'preact/hooks';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { EraseWordsSheet } from './erase-words-sheet.tsx';

type ErasureSectionProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement;
};

export function ErasureSection({ improvement, row }: ErasureSectionProps) {
  const { t } = useWords();
  const [selected, setSelected] = useState('');
  const [isOpen, setOpen] = useState(false);
  return (
    // The press comes before the focus leaves the text in which something is selected.
    <div class="erasure-section" onPointerDown={() => setSelected(readSelection())}>
      <Section title={t('erase.title')}>
        <SectionLine hint={t('erase.hint')}>
          <Button onClick={() => setOpen(true)}>{t('erase.action')}</Button>
        </SectionLine>
      </Section>
      {isOpen && (
        <EraseWordsSheet
          improvement={improvement}
          row={row}
          selected={selected}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function readSelection(): string {
  const { activeElement } = document;
  const isBox =
    activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  if (!isBox) return getSelection()?.toString().trim() ?? '';
  const { value, selectionStart, selectionEnd } = activeElement;
  return value.slice(selectionStart ?? 0, selectionEnd ?? 0).trim();
}
