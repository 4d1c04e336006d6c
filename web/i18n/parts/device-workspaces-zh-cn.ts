/** 同一台设备上多个工作区的文字。 */
import type { Translated } from '../catalogue.ts';
import type { deviceWorkspacesEn } from './device-workspaces-en.ts';

export const deviceWorkspacesZhCn: Translated<typeof deviceWorkspacesEn> = {
  'workspaces.title': '本机上的工作区',
  'workspaces.line': '{name} · {unsent}',
  'workspaces.sent': '全部已发送',
  'workspaces.unsent': '{count} 项未发送',
  'workspaces.open': '当前打开',
  'workspaces.switch': '打开',
  'workspaces.hint':
    '每个工作区各有自己的登记册。一个工作区中未发送的内容，在其他工作区打开时也会发送。',
  'workspaces.join': '加入其他工作区',

  'join.besides': '这台设备已在 {workspace} 中。它会保留，您可以在“我的”中切换。',
  'join.another': '加入其他工作区',
  'join.account': '使用{name}加入',
  'join.accountHint': '使用您的工作账号；姓名取自该账号。',

  'signOut.offline': '无法连接服务器。本机会立即退出登录；能连接时会通知服务器。',
  'signOut.owedTitle': '已退出 {workspace}',
  'signOut.owed': '服务器尚不知道，能连接时会自动通知它。',
};
