/** How drafts read: why they were not accepted, and what they wanted, a line for each thing. */
import type { Wish } from '../../../shared/document/read-wishes.ts';
import type { FieldValue, RegisterField, SetField } from '../../../shared/domain/improvement.ts';
import { isPulse } from '../../../shared/process/pulse.ts';
import type { SettingField } from '../../../shared/document/setting-wishes.ts';
import type { TextKey, Translate } from '../../i18n/translate.ts';
import type { DraftDifference } from '../../services/drafts.ts';
import type { ItemWords } from '../item-words.ts';
import { wordChanges } from './word-changes.ts';

const whys: Readonly<Record<string, TextKey>> = {
  badUpdate: 'drafts.why.badUpdate',
  badValue: 'drafts.why.badValue',
  dependsOnRefused: 'drafts.why.dependsOnRefused',
  foreignClientId: 'drafts.why.foreignClientId',
  foreignKey: 'drafts.why.foreignKey',
  gone: 'drafts.why.gone',
  notAllowed: 'drafts.why.notAllowed',
  notFound: 'drafts.why.notFound',
  quarantineFull: 'drafts.why.quarantineFull',
  rebase: 'drafts.why.rebase',
  revoked: 'drafts.why.revoked',
  tooCostly: 'drafts.why.tooLarge',
  tooLarge: 'drafts.why.tooLarge',
  unknownCommand: 'drafts.why.unknownCommand',
};

export const whyKey = (code: string): TextKey => whys[code] ?? 'drafts.why.other';

/** How values of fields and entries of sets read. */
export type Readings = {
  readonly value: <F extends RegisterField>(field: F, value: FieldValue[F]) => string;
  readonly entry: (field: SetField, entry: string) => string;
  readonly items: ItemWords;
  readonly setting: (field: SettingField, value: string | number) => string;
};

/** "Urgency: Low → High"; a text as it was wanted, whole. */
function wishLine(wish: Wish, t: Translate, readings: Readings): string {
  switch (wish.type) {
    case 'field':
      return t('drafts.line', {
        name: t(`field.${wish.field}`),
        now: readings.value(wish.field, wish.now),
        wanted: readings.value(wish.field, wish.wanted),
      });
    case 'entry':
      return `${t(`field.${wish.field}`)}: ${entryText(wish, t, readings)}`;
    case 'item':
      return t('drafts.line', {
        name: readings.items.itemName(wish),
        now: readings.items.value(wish.collection, wish.field, wish.now),
        wanted: readings.items.value(wish.collection, wish.field, wish.wanted),
      });
    case 'setting':
      return t('drafts.line', {
        name: t(`field.${wish.field}`),
        now: readings.setting(wish.field, wish.now),
        wanted: readings.setting(wish.field, wish.wanted),
      });
    case 'score':
      return t('drafts.line', {
        name: t(isPulse(wish.criterion) ? 'drafts.pulse' : 'drafts.score'),
        now: String(wish.now),
        wanted: String(wish.wanted),
      });
    case 'reading':
      return t('drafts.line', {
        name: t('drafts.reading', { at: wish.at }),
        now: String(wish.now),
        wanted: String(wish.wanted),
      });
    case 'support':
      return t(wish.wanted ? 'drafts.support' : 'drafts.noSupport');
    case 'text':
      return `${t(`field.${wish.field}`)}:\n${wish.wanted}`;
    case 'comment':
      return `${t('drafts.comment')}:\n${wish.text}`;
  }
}

export const entryText = (
  { field, entry, wanted }: Extract<Wish, { readonly type: 'entry' }>,
  t: Translate,
  { entry: read }: Pick<Readings, 'entry'>,
): string => t(wanted ? 'drafts.entryOn' : 'drafts.entryOff', { entry: read(field, entry) });

/** For the clipboard. */
export function draftText(
  title: string,
  { wishes, looseTexts }: DraftDifference,
  t: Translate,
  readings: Readings,
): string {
  const lines = wishes.map((wish) => wishLine(wish, t, readings));
  return [title, ...lines, ...looseTexts].filter((line) => line !== '').join('\n\n');
}

/** For a comment: of a text only what comes and goes, because the text itself is right above. */
export function commentText(
  { wishes, looseTexts }: DraftDifference,
  t: Translate,
  readings: Readings,
): string {
  const lines = wishes.map((wish) => {
    if (wish.type === 'comment') return wish.text;
    if (wish.type !== 'text') return wishLine(wish, t, readings);
    const changes = wordChanges(wish.now, wish.steps)
      .filter(({ kind }) => kind !== 'same')
      .map(({ kind, text }) => `${kind === 'added' ? '+' : '−'} ${text.trim()}`);
    return [`${t(`field.${wish.field}`)}:`, ...changes].join('\n');
  });
  const isCommentAlone = lines.length === 1 && wishes[0]?.type === 'comment';
  const said = [...lines, ...looseTexts].join('\n\n');
  return isCommentAlone ? said : `${t('drafts.commentLead')}\n\n${said}`;
}
