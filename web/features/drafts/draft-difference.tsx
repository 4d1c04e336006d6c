/** What a draft wanted against what the record says now, a row for each thing. */
import type { Wish } from '../../../shared/document/read-wishes.ts';
import type { DocumentText } from '../../../shared/document/schema.ts';
import { isPulse } from '../../../shared/process/pulse.ts';
import type { DraftDifference } from '../../services/drafts.ts';
import { useWords } from '../environment.ts';
import { useEntryText } from '../improvement/use-entry-text.ts';
import { useValueText } from '../improvement/use-value-text.ts';
import { useItemWords } from '../item-words.ts';
import { useSettingText } from '../setting-text.ts';
import { entryText } from './draft-words.ts';
import { wordChanges } from './word-changes.ts';
import './draft-difference.css';

export function Difference({ difference }: { readonly difference: DraftDifference }) {
  const { t } = useWords();
  const { wishes, looseTexts } = difference;
  if (wishes.length === 0 && looseTexts.length === 0) {
    return <p class="draft-difference__none">{t('drafts.nothingLeft')}</p>;
  }
  return (
    <dl class="draft-difference">
      {wishes.map((wish, i) => (
        <WishRow key={i} wish={wish} />
      ))}
      {looseTexts.length > 0 && (
        <>
          <dt>{t('drafts.looseTexts')}</dt>
          {looseTexts.map((text, i) => (
            <dd key={i} class="draft-difference__text">
              {text}
            </dd>
          ))}
        </>
      )}
    </dl>
  );
}

function WishRow({ wish }: { readonly wish: Wish }) {
  const { t } = useWords();
  const settingText = useSettingText();
  const valueText = useValueText();
  const entry = useEntryText();
  const items = useItemWords();
  switch (wish.type) {
    case 'field':
      return (
        <>
          <dt>{t(`field.${wish.field}`)}</dt>
          <dd>
            <span class="visually-hidden">{t('drafts.now')}</span>
            <del>{valueText(wish.field, wish.now)}</del>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden">{t('drafts.wanted')}</span>
            <ins>{valueText(wish.field, wish.wanted)}</ins>
          </dd>
        </>
      );
    case 'entry':
      return (
        <>
          <dt>{t(`field.${wish.field}`)}</dt>
          <dd>{entryText(wish, t, { entry })}</dd>
        </>
      );
    case 'item':
      return (
        <>
          <dt>{items.itemName(wish)}</dt>
          <dd>
            <span class="visually-hidden">{t('drafts.now')}</span>
            <del>{items.value(wish.collection, wish.field, wish.now)}</del>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden">{t('drafts.wanted')}</span>
            <ins>{items.value(wish.collection, wish.field, wish.wanted)}</ins>
          </dd>
        </>
      );
    case 'setting':
      return (
        <>
          <dt>{t(`field.${wish.field}`)}</dt>
          <dd>
            <span class="visually-hidden">{t('drafts.now')}</span>
            <del>{settingText(wish.field, wish.now)}</del>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden">{t('drafts.wanted')}</span>
            <ins>{settingText(wish.field, wish.wanted)}</ins>
          </dd>
        </>
      );
    case 'score':
      return (
        <>
          <dt>{t(isPulse(wish.criterion) ? 'drafts.pulse' : 'drafts.score')}</dt>
          <dd>
            <del>{wish.now}</del> → <ins>{wish.wanted}</ins>
          </dd>
        </>
      );
    case 'reading':
      return (
        <>
          <dt>{t('drafts.reading', { at: wish.at })}</dt>
          <dd>
            <del>{wish.now}</del> → <ins>{wish.wanted}</ins>
          </dd>
        </>
      );
    case 'support':
      return (
        <>
          <dt>{t('drafts.vote')}</dt>
          <dd>{t(wish.wanted ? 'drafts.support' : 'drafts.noSupport')}</dd>
        </>
      );
    case 'text':
      return <TextRow field={wish.field} wish={wish} />;
    case 'comment':
      return (
        <>
          <dt>{t('drafts.comment')}</dt>
          <dd class="draft-difference__text">{wish.text}</dd>
        </>
      );
  }
}

type TextRowProps = {
  readonly field: DocumentText;
  readonly wish: Extract<Wish, { readonly type: 'text' }>;
};

function TextRow({ field, wish }: TextRowProps) {
  const { t } = useWords();
  return (
    <>
      <dt>{t(`field.${field}`)}</dt>
      <dd class="draft-difference__text">
        {wordChanges(wish.now, wish.steps).map(({ kind, text }, i) =>
          kind === 'same' ? (
            <span key={i}>{text}</span>
          ) : kind === 'added' ? (
            <ins key={i}>{text}</ins>
          ) : (
            <del key={i}>{text}</del>
          ),
        )}
      </dd>
    </>
  );
}
