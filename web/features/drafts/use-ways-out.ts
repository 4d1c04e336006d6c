/** The four ways out of a draft, each with the message that says what became of it. */
import { pathToDocument } from './path-to-document.ts';
import { pathTo } from '../../routes.ts';
import type { DraftDifference, DraftGroup, DraftService } from '../../services/drafts.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';
import { useEntryText } from '../improvement/use-entry-text.ts';
import { useItemWords } from '../item-words.ts';
import { useValueText } from '../improvement/use-value-text.ts';
import { useSettingText } from '../setting-text.ts';
import { commentText, draftText } from './draft-words.ts';

export type WaysOut = {
  readonly applyAgain: () => Promise<void>;
  readonly postComment: () => Promise<void>;
  readonly copy: () => Promise<void>;
  readonly discard: () => Promise<void>;
};

/** Time to see what was done by mistake. */
const undoMs = 10_000;

export function useWaysOut(
  service: DraftService,
  group: DraftGroup,
  difference: DraftDifference | undefined,
  onDone: () => void,
): WaysOut {
  const { navigation, showToast } = useEnvironment();
  const words = useWords();
  const { t } = words;
  const readings = {
    value: useValueText(),
    entry: useEntryText(),
    items: useItemWords(),
    setting: useSettingText(),
  };

  const fail = (error: Parameters<typeof failureKey>[0]) =>
    showToast({ text: t(failureKey(error)) });
  const takeUp = async () => {
    const taken = await service.takeUp(group);
    if (!taken.ok) fail(taken.error);
  };
  const undo = { label: t('drafts.undo'), onClick: () => void takeUp() };

  return {
    applyAgain: async () => {
      const applied = await service.applyAgain(group);
      if (!applied.ok) return fail(applied.error);
      const place = pathToDocument(applied.value, difference?.kind);
      const open = () => navigation.go(place);
      const isNew = applied.value !== group.docId;
      const text = t(isNew ? 'drafts.done.keptAsNew' : 'drafts.done.appliedAgain');
      showToast({ text, action: { label: t('drafts.openRecord'), onClick: open }, stayMs: undoMs });
      onDone();
    },
    postComment: async () => {
      if (difference === undefined) return;
      const posted = await service.postComment(group, commentText(difference, t, readings));
      if (!posted.ok) return fail(posted.error);
      const open = () => navigation.go(pathTo.improvement(group.docId));
      const action = { label: t('drafts.openRecord'), onClick: open };
      showToast({ text: t('drafts.done.posted'), action, stayMs: undoMs });
      onDone();
    },
    copy: async () => {
      if (difference === undefined) return;
      try {
        await navigator.clipboard.writeText(draftText(group.title, difference, t, readings));
      } catch {
        // No clipboard on plain-http addresses, or not allowed: the draft stays.
        return showToast({ text: t('drafts.copyFailed') });
      }
      const settled = await service.settle(group, 'copied');
      if (!settled.ok) return fail(settled.error);
      showToast({ text: t('drafts.done.copied'), action: undo, stayMs: undoMs });
      onDone();
    },
    discard: async () => {
      const settled = await service.settle(group, 'discarded');
      if (!settled.ok) return fail(settled.error);
      showToast({ text: t('drafts.done.discarded'), action: undo, stayMs: undoMs });
      onDone();
    },
  };
}

type Failure = 'recordMissing' | 'recordWaiting' | Parameters<typeof storageFailureText>[0];

function failureKey(error: Failure): TextKey {
  if (error === 'recordMissing') return 'drafts.recordMissing';
  return error === 'recordWaiting' ? 'drafts.recordWaiting' : storageFailureText(error);
}
