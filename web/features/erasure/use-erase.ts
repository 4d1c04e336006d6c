/** An erasure that a person waits for: done, or refused with a sentence. */
import { useState } from 'preact/hooks';
import type { Passage } from '../../../shared/document/rewrite-document.ts';
import type { TextKey } from '../../i18n/translate.ts';
import type { ErasureFailure } from '../../services/erasure.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { refusalText } from '../refusal-text.ts';

export function useErase({ erasure }: OpenImprovement, onErased: () => void) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const erase = async (passage: Passage, reason: string) => {
    setBusy(true);
    const erased = await erasure.erase(passage, reason.trim());
    setBusy(false);
    if (!erased.ok) return setFailure(t(failureText(erased.error)));
    onErased();
    showToast({ text: t('erase.done', { count: erased.value.places }) });
  };
  return { isBusy, failure, erase };
}

function failureText(failure: ErasureFailure): TextKey {
  switch (failure) {
    case 'unsent':
    case 'unreachable':
    case 'notFound':
      return `erase.failed.${failure}`;
    default:
      return refusalText(failure);
  }
}
