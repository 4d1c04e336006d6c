/** All help in English; fetched when somebody asks for help. */
import { deciding } from './en/deciding.ts';
import { doing } from './en/doing.ts';
import { ideas } from './en/ideas.ts';
import { learning } from './en/learning.ts';
import { workspace } from './en/workspace.ts';
import type { HelpTexts } from './help-text.ts';

export const helpEn: HelpTexts = { ...ideas, ...deciding, ...doing, ...learning, ...workspace };
