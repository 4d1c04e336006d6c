/** What stands on every page of what a workspace has agreed on, in Chinese. */
import type { Translated } from '../catalogue.ts';
import type { workspaceEn } from './workspace-en.ts';

export const workspaceZhCn: Translated<typeof workspaceEn> = {
  'workspace.title': '组织的共同约定',
  'workspace.local': '这属于一个工作区',
  'workspace.localHint': '加入工作区后即可查看组织的共同约定。您自己的想法无需加入即可使用。',
  'workspace.guest': '仅供成员查看',
  'workspace.guestHint': '如需查看，请联系管理员。',
  'workspace.failed': '无法打开',
  'workspace.failedHint': '此设备的存储没有响应。请重新加载页面。',
  'workspace.refused': '服务器没有接受此处的更改，已保存在您的草稿中。',
  'workspace.conflict': '{field}：离线期间设定了两个值',
  'workspace.history': '这些设置的历史',
  'field.vision': '愿景',
  'field.guidelines': '谁可以提出',
  'field.reviewEveryWeeks': '评审间隔（周）',
  'field.reviewedOn': '上次评审',
  'field.answerWithinDays': '首次答复期限（工作日）',
  'field.horizonMonths': '商业案例的计算期（月）',
  'field.growthPercent': '已批准金额允许的增幅（%）',
  'workspace.wholeNumber': '请填写 {from} 到 {to} 之间的整数。',
};
