/** The start page: what could be better, in a few words, kept at once. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { useScreenTitle } from '../shell/use-screen.ts';
import { useTyped } from '../use-typed.ts';
import { CaptureForm } from './capture-form.tsx';
import { Receipt } from './receipt.tsx';
import './capture-screen.css';

type Kept = { readonly id: DocumentId; readonly localNumber: string; readonly text: string };

type CaptureScreenProps = {
  /** Another one each time that a person comes here, also from here. */
  readonly arrival: object;
  /** Words that another app handed over. */
  readonly sharedWords?: string;
};

export function CaptureScreen({ arrival, sharedWords = '' }: CaptureScreenProps) {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const typed = useTyped(services.capture.typed, sharedWords);
  const [kept, setKept] = useState<Kept>();
  useScreenTitle(t('capture.title'));

  useEffect(() => setKept(undefined), [arrival]);

  const takeBack = async ({ id, text }: Kept) => {
    if (!(await services.capture.takeBack(id))) {
      return showToast({ text: t('capture.alreadySent') });
    }
    typed.change(text);
    setKept(undefined);
    showToast({ text: t('capture.takenBack') });
  };

  return (
    <div class="capture-screen">
      {kept === undefined ? (
        <CaptureForm
          arrival={arrival}
          text={typed.text}
          onType={typed.change}
          onKept={(record) => {
            setKept({ ...record, text: typed.text });
            typed.change('');
          }}
        />
      ) : (
        <Receipt {...kept} onTakeBack={() => takeBack(kept)} onAnother={() => setKept(undefined)} />
      )}
    </div>
  );
}
