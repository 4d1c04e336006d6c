/** What a person is told of, in Simplified Chinese. */
import type { Translated } from '../catalogue.ts';
import type { noticesEn } from './notices-en.ts';

export const noticesZhCn: Translated<typeof noticesEn> = {
  'notices.title': '消息',
  'notices.count': { other: '{count} 条未读消息' },
  'notices.unread': '未读',
  'notices.news': '{count} 条新消息',
  'notices.readAll': '全部标为已读',
  'notices.allRead': '已全部标为已读',
  'notices.more': '显示更早的消息',
  'notices.empty': '暂无消息',
  'notices.emptyHint':
    '有人答复您的想法、向您提问、提到您或将您设为负责人时，会显示在这里。消息在本机保留 90 天。',

  'mention.people': '人员',
  'mention.found': { other: '{count} 人。用方向键选择，按回车提及。' },
  'mention.watch': '有进展时告诉我',

  'notice.acknowledge': '{name}已受理',
  'notice.approve': '{name}已批准',
  'notice.decline': '{name}不予采纳',
  'notice.hold': '{name}将其搁置',
  'notice.resume': '{name}将其恢复',
  'notice.markDuplicate': '{name}将其并入另一条记录',
  'notice.unmarkDuplicate': '{name}取消了重复标记',
  'notice.reopen': '{name}重新打开了它',
  'notice.askReopen': '{name}请求再次考虑',
  'notice.refuseReopen': '{name}维持原决定',
  'notice.withdraw': '{name}撤回了它',
  'notice.escalate': '{name}已上报治理委员会',
  'notice.ruleEscalation': '{name}作出裁定：{ruling}',
  'notice.confirmVerdict': '{name}已关闭，结论：{verdict}',
  'notice.question': '{name}向您提问',
  'notice.reply': '{name}留言',
  'notice.mention': '{name}提到了您',
  'notice.owner': '{name}将您设为负责人',
  'notice.share': '{name}与您共享了它',
  'notice.ruling': '{name}请治理委员会裁定',
  'notice.conflict': '{field}：离线期间出现两个值',
};
