/** The capture box: one question, one button, and a sentence when there is nothing to keep. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import { pathTo } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { FieldProblem } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { commandKey } from '../shell/shortcuts.ts';
import { useReadable } from '../use-readable.ts';
import { SimilarIdeas } from '../lazy-parts.ts';
import './capture-form.css';

type CaptureFormProps = {
  readonly arrival: object;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onKept: (record: { readonly id: DocumentId; readonly localNumber: string }) => void;
};

const ids = { box: 'capture-box', problem: 'capture-problem' } as const;

export function CaptureForm({ arrival, text, onType, onKept }: CaptureFormProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const keeping = useRef(false);
  const [problem, setProblem] = useState<string>();

  useEffect(() => box.current?.focus({ preventScroll: true }), [arrival]);

  const keep = async () => {
    if (keeping.current) return;
    keeping.current = true;
    const result = await services.capture.keep(text);
    keeping.current = false;
    if (result.ok) return onKept(result.value);
    setProblem(
      result.error === 'blank'
        ? t('capture.blank')
        : result.error === 'tooLong'
          ? t('capture.tooLong', { count: text.length - limits.captureLength })
          : t(storageFailureText(result.error)),
    );
    box.current?.focus();
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void keep();
  };

  return (
    <form
      class="capture-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h1 class="capture-form__question">
        <label for={ids.box}>{t('capture.title')}</label>
      </h1>
      <textarea
        class="capture-form__box"
        id={ids.box}
        ref={box}
        rows={3}
        value={text}
        placeholder={t('capture.placeholder')}
        autocapitalize="sentences"
        aria-describedby={ids.problem}
        aria-errormessage={ids.problem}
        aria-invalid={problem === undefined ? undefined : true}
        onInput={(event) => {
          setProblem(undefined);
          onType(event.currentTarget.value);
        }}
        onKeyDown={handleKey}
      />
      <FieldProblem id={ids.problem} text={problem} />
      <div class="capture-form__action">
        <Button kind="primary" type="submit">
          {t('capture.keep')}
        </Button>
        <p class="capture-form__keys">
          {t('capture.keys', { keys: `${commandKey(navigator.platform)} ⏎` })}
        </p>
      </div>
      {text.trim() !== '' && <SimilarIdeas text={text} />}
      <JoinOffer />
    </form>
  );
}

function JoinOffer() {
  const { services } = useEnvironment();
  const { t } = useWords();
  if (useReadable(services.session.state).type === 'joined') return null;
  return (
    <p class="capture-form__join">
      {t('capture.joinOffer')} <a href={pathTo.join}>{t('capture.join')}</a>
    </p>
  );
}
