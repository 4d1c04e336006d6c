/** All help in Chinese; fetched when somebody asks for help. */
import { deciding } from './zh-cn/deciding.ts';
import { doing } from './zh-cn/doing.ts';
import { ideas } from './zh-cn/ideas.ts';
import { learning } from './zh-cn/learning.ts';
import { workspace } from './zh-cn/workspace.ts';
import type { HelpTexts } from './help-text.ts';

export const helpZhCn: HelpTexts = { ...ideas, ...deciding, ...doing, ...learning, ...workspace };
