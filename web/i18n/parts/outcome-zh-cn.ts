/** What a record's lists and history say of how it came out, in Simplified Chinese. */
import type { Translated } from '../catalogue.ts';
import type { outcomeEn } from './outcome-en.ts';

export const outcomeZhCn: Translated<typeof outcomeEn> = {
  'field.lessons': '经验教训',
  'field.pulseEveryMonths': '向所有人提问的间隔（月）',
  'item.happened': '发生了什么',
  'item.nextTime': '下次怎么做',
  'item.on': '日期',
  'item.planned': '原计划',
  'item.why': '原因',
  'choice.again': '下次照做',
  'choice.avoid': '避免',
  'choice.surprise': '意外',

  'history.pulsed': '{who} 给出了满意度',
  'history.unpulsed': '{who} 撤回了回答',
  'drafts.pulse': '满意度',
  'notice.thanks': '{name} 感谢了你',
  'notice.pulse': '你对结果有多满意？',

  'find.mark.lessons': '有经验教训',
  'find.mark.withoutLesson': '已关闭但无经验教训',
  'find.mark.success': '成功关闭',
  'find.mark.review': '待评审',
};
