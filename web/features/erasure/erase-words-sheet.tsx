/** Which words are to be erased, where they stand, and what becomes of them; confirmed by typing the record's number. */
import { useEffect, useState } from 'preact/hooks';
import { erasureLimits } from '../../../shared/protocol/erasure-limits.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../environment.ts';
import { FormSheet } from '../form-sheet.tsx';
import { numberOf } from '../improvement-words.ts';
import { ErasureReason, whyNot } from './erasure-reason.tsx';
import { useErase } from './use-erase.ts';
import { isConfirmed, NumberConfirmation } from '../improvement/number-confirmation.tsx';
import './erasure.css';

type EraseWordsSheetProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement;
  /** What was selected in the record. */
  readonly selected: string;
  readonly onClose: () => void;
};

export function EraseWordsSheet({ improvement, row, selected, onClose }: EraseWordsSheetProps) {
  const { t } = useWords();
  const number = numberOf(row);
  const [words, setWords] = useState(selected);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const places = usePlaces(improvement, words);
  const { isBusy, failure, erase } = useErase(improvement, onClose);
  const isTooShort = words.trim().length < erasureLimits.shortest;
  const isUnconfirmed = !isConfirmed(typed, number);

  const submit = async () => {
    setTried(true);
    if (isTooShort || isUnconfirmed || whyNot(reason, words) !== undefined) return;
    await erase({ type: 'words', words: words.trim() }, reason);
  };

  return (
    <FormSheet
      title={t('erase.title')}
      warning={t('erase.warning')}
      failure={failure}
      answer={t('erase.now')}
      isBusy={isBusy}
      onAnswer={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={t('erase.words')}
        hint={t('erase.wordsHint')}
        problem={isTried && isTooShort ? t('erase.wordsMissing') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            class="field__input erasure__words"
            rows={2}
            maxLength={erasureLimits.longest}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="erasure__places" role="status">
        {places === undefined
          ? ''
          : places === 0
            ? t('erase.notHere')
            : t('erase.places', { count: places })}
      </p>
      <ErasureReason value={reason} words={words} isTried={isTried} onInput={setReason} />
      <NumberConfirmation number={number} value={typed} isTried={isTried} onInput={setTyped} />
    </FormSheet>
  );
}

/** undefined while there is nothing to look for. */
function usePlaces({ erasure }: OpenImprovement, words: string): number | undefined {
  const [places, setPlaces] = useState<number>();
  const sought = words.trim();
  useEffect(() => {
    let isCurrent = true;
    const count = async () => {
      const isSought = sought.length >= erasureLimits.shortest;
      const found = isSought ? await erasure.countPlaces(sought) : undefined;
      if (isCurrent) setPlaces(found);
    };
    void count();
    return () => {
      isCurrent = false;
    };
  }, [sought]);
  return places;
}
