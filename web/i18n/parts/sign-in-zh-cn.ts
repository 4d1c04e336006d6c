/** 登录与退出各屏幕的文字。 */
import type { Translated } from '../catalogue.ts';
import type { signInEn } from './sign-in-en.ts';

export const signInZhCn: Translated<typeof signInEn> = {
  'signIn.title': '登录',
  'signIn.lead': '不登录也可以记录想法，它们会留在本机。登录后，它们会以您的名义进入工作区。',
  'signIn.passkey': '使用通行密钥',
  'signIn.passkeyHint': '适用于已在其他设备上添加过通行密钥的情况。',
  'signIn.account': '使用{name}登录',
  'signIn.link': '我有链接',
  'signIn.waysUnknown': '暂时无法连接服务器，这里只能先准备好链接。',
  'signIn.capture': '不登录，直接记录想法',
  'signIn.cancelled': '没有选择通行密钥。请重试，或使用链接。',
  'signIn.busy': '正在登录…',
  'signIn.accountRefused': '没有完成登录。请重试，或换用其他方式。',
  'signIn.otherWay': '换用其他方式登录',

  'account.title': '工作账号',
  'account.hint': '在下一台设备上使用{name}登录。',
  'account.link': '关联我的工作账号',
  'account.linked': '已关联工作账号',

  'passkey.title': '通行密钥',
  'passkey.hint': '有了通行密钥，在新设备上用面容、指纹或锁屏密码即可登录。',
  'passkey.add': '添加通行密钥',
  'passkey.added': '已添加通行密钥',
  'passkey.notAdded': '没有添加通行密钥。您可以随时再试。',
  'passkey.none': '此地址无法使用通行密钥：需要 https 和域名。',
  'passkey.unnamed': '通行密钥',
  'passkey.created': '添加于{when}',
  'passkey.used': '上次使用：{when}',
  'passkey.remove': '移除{name}',
  'passkey.removed': '已移除通行密钥',
  'passkey.offer': '下次不用链接也能登录？',
  'passkey.later': '以后再说',

  'device.name': '本机名称',
  'device.rename': '保存名称',
  'device.renamed': '名称已保存',

  'signOut.title': '退出登录',
  'signOut.hint': '从本机移除登记册。未发送的内容会保留。',
  'signOut.sent': '所有内容都已在服务器上。本机上的登记册副本将被移除。',
  'signOut.unsent': {
    other: '有 {count} 处修改尚未到达服务器。它们会留在本机，直到您再次登录。如需稳妥，请先导出。',
  },
  'signOut.export': '导出未发送内容',
  'signOut.action': '退出登录',
  'signOut.busy': '正在退出…',

  'left.title': '{name}的未发送内容',
  'left.text': { other: '本机保留着 {workspace} 的 {count} 处修改。{name}再次登录后会继续发送。' },
  'left.export': '导出',
  'left.delete': '删除',
  'left.deleteSure': '永久删除',
  'left.who': '谁在登录？',
  'left.same': '我是{name}',
  'left.other': '我是其他人',
  'left.otherHint': '对方的内容会留在本机，与您的内容分开。',
};
