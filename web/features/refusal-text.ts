/** Which sentence tells a person what to do about a refusal of the server. */
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { TextKey } from '../i18n/translate.ts';

export const refusalText = (code: RefusalCode | 'unreachable'): TextKey => `refusal.${code}`;
