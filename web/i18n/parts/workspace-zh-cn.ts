/** How what a workspace has agreed on is called, in Chinese. */
import type { Translated } from '../catalogue.ts';
import type { workspaceEn } from './workspace-en.ts';

export const workspaceZhCn: Translated<typeof workspaceEn> = {
  'workspace.title': '组织的共同约定',

  'field.vision': '愿景',
  'field.guidelines': '谁可以提出',
  'field.reviewEveryWeeks': '评审间隔（周）',
  'field.reviewedOn': '上次评审',
};
