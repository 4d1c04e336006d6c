/** What is said of a first answer: how long it took, or how long it has been owed. */
import type { AnswerState } from '../../shared/process/answers.ts';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

/** '' = nothing is to be said. */
export function answerWords(answer: AnswerState, t: Translate, format: Format): string {
  switch (answer.type) {
    case 'answered':
      return t('triage.firstAnswer', { age: format.age(answer.afterMs) });
    case 'waitsForAuthor':
      return t('triage.waiting');
    case 'open':
      return t(answer.isLate ? 'triage.noAnswerLate' : 'triage.noAnswer', {
        age: format.age(answer.forMs),
      });
    case 'none':
      return '';
  }
}

export const isLate = (answer: AnswerState): boolean => answer.type === 'open' && answer.isLate;
