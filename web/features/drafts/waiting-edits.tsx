/** For coordinators: refused edits that nobody has decided of, of removed members above all. */
import { useEffect, useState } from 'preact/hooks';
import type { QuarantineDecision, SummaryLine } from '../../../shared/protocol/quarantine.ts';
import type { Level, RegisterField, Stage } from '../../../shared/domain/improvement.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { isPulse } from '../../../shared/process/pulse.ts';
import { pathTo } from '../../routes.ts';
import type { QuarantineService, WaitingEdit } from '../../services/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useEntryText } from '../improvement/use-entry-text.ts';
import { useValueText } from '../improvement/use-value-text.ts';
import { personName } from '../improvement-words.ts';
import { useItemWords } from '../item-words.ts';
import { useSettingText } from '../setting-text.ts';
import { refusalText } from '../refusal-text.ts';
import { useNow } from '../use-now.ts';
import { entryText, whyKey } from './draft-words.ts';
import './draft-card.css';
import './draft-difference.css';

type List = { readonly items: readonly WaitingEdit[]; readonly more: boolean };

export function WaitingEdits() {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const [list, setList] = useState<List>();
  const [isUnreachable, setIsUnreachable] = useState(false);
  const [service, setService] = useState<QuarantineService>();

  const readMore = async (asked: QuarantineService, before?: number) => {
    const answer = await asked.read(before);
    setIsUnreachable(!answer.ok);
    if (!answer.ok) return;
    const { items, more } = answer.value;
    setList((shown) => ({
      items: before === undefined ? items : [...(shown?.items ?? []), ...items],
      more,
    }));
  };
  useEffect(() => {
    const begin = async () => {
      const opened = await services.quarantine();
      setService(opened);
      await readMore(opened);
    };
    void begin();
  }, [services]);

  const decide = async (edit: WaitingEdit, decision: QuarantineDecision) => {
    const answer = await service?.decide(edit, decision);
    if (answer === undefined) return;
    if (!answer.ok) showToast({ text: t(refusalText(answer.error)) });
    else showToast({ text: t(`waiting.done.${answer.value.fate}`) });
    if (service !== undefined) await readMore(service);
  };

  if (isUnreachable) {
    return (
      <Section title={t('waiting.title')}>
        <p class="draft-card__why">{t('waiting.unreachable')}</p>
      </Section>
    );
  }
  if (list === undefined || list.items.length === 0) return null;
  return (
    <Section title={t('waiting.title')}>
      <p class="draft-card__why">{t('waiting.lead')}</p>
      {list.items.map((edit) => (
        <EditCard key={edit.n} edit={edit} onDecide={(decision) => void decide(edit, decision)} />
      ))}
      {list.more && service !== undefined && (
        <Button kind="quiet" onClick={() => void readMore(service, list.items.at(-1)?.n)}>
          {t('me.ideasMore')}
        </Button>
      )}
    </Section>
  );
}

type EditCardProps = {
  readonly edit: WaitingEdit;
  readonly onDecide: (decision: QuarantineDecision) => void;
};

function EditCard({ edit, onDecide }: EditCardProps) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const { person, title, ref, code, at } = edit;
  const name = title === '' ? t('waiting.newRecord') : `${ref} ${title}`.trim();
  const who = t(person.isRemoved ? 'waiting.byRemoved' : 'waiting.by', {
    name: personName(person, t),
    when: format.ago(at, nowMs),
  });
  return (
    <article class="draft-card" aria-label={name} data-testid="waiting-edit">
      <header>
        <h3 class="draft-card__title">
          {ref === '' ? name : <a href={pathTo.improvement(edit.docId as DocumentId)}>{name}</a>}
        </h3>
        <p class="draft-card__why">
          {who} · {t(code === 'notAllowed' ? 'waiting.notAllowed' : whyKey(code))}
        </p>
      </header>
      <dl class="draft-difference">
        {edit.summary.map((line, i) => (
          <Line key={i} line={line} />
        ))}
        {edit.looseTexts.length > 0 && <dt>{t('waiting.looseTexts')}</dt>}
        {edit.looseTexts.map((text, i) => (
          <dd key={i} class="draft-difference__text">
            {text}
          </dd>
        ))}
      </dl>
      <div class="draft-card__actions">
        <Button icon="check" onClick={() => onDecide('admit')}>
          {t('waiting.admit')}
        </Button>
        <Button icon="undo" onClick={() => onDecide('return')}>
          {t('waiting.return')}
        </Button>
        <Button kind="quiet" onClick={() => onDecide('discard')}>
          {t('drafts.discard')}
        </Button>
      </div>
    </article>
  );
}

function Line({ line }: { readonly line: SummaryLine }) {
  const { t } = useWords();
  const valueText = useValueText();
  const entry = useEntryText();
  const items = useItemWords();
  const settingText = useSettingText();
  const value = (field: RegisterField, text: string) => valueText(field, text as Level | Stage);
  switch (line.type) {
    case 'field':
      return (
        <>
          <dt>{t(`field.${line.field}`)}</dt>
          <dd>
            <del>{value(line.field, line.now)}</del> → <ins>{value(line.field, line.wanted)}</ins>
          </dd>
        </>
      );
    case 'entry':
      return (
        <>
          <dt>{t(`field.${line.field}`)}</dt>
          <dd>{entryText(line, t, { entry })}</dd>
        </>
      );
    case 'item':
      return (
        <>
          <dt>{items.itemName(line)}</dt>
          <dd>
            <del>{items.value(line.collection, line.field, line.now)}</del> →{' '}
            <ins>{items.value(line.collection, line.field, line.wanted)}</ins>
          </dd>
        </>
      );
    case 'score':
      return (
        <>
          <dt>{t(isPulse(line.criterion) ? 'drafts.pulse' : 'drafts.score')}</dt>
          <dd>
            <del>{line.now}</del> → <ins>{line.wanted}</ins>
          </dd>
        </>
      );
    case 'setting':
      return (
        <>
          <dt>{t(`field.${line.field}`)}</dt>
          <dd>
            <del>{settingText(line.field, line.now)}</del> →{' '}
            <ins>{settingText(line.field, line.wanted)}</ins>
          </dd>
        </>
      );
    case 'reading':
      return (
        <>
          <dt>{t('drafts.reading', { at: line.at })}</dt>
          <dd>
            <del>{line.now}</del> → <ins>{line.wanted}</ins>
          </dd>
        </>
      );
    case 'support':
      return (
        <>
          <dt>{t('drafts.vote')}</dt>
          <dd>{t(line.wanted ? 'drafts.support' : 'drafts.noSupport')}</dd>
        </>
      );
    case 'text':
      return (
        <>
          <dt>{t(`field.${line.field}`)}</dt>
          <dd class="draft-difference__text">
            {line.removed !== '' && <del>{line.removed}</del>}
            {line.added !== '' && <ins>{line.added}</ins>}
          </dd>
        </>
      );
    case 'comment':
      return (
        <>
          <dt>{t('drafts.comment')}</dt>
          <dd class="draft-difference__text">{line.text}</dd>
        </>
      );
  }
}
