/** Lessons: noting them, the library, the report, in Simplified Chinese. */
import type { Translated } from '../catalogue.ts';
import type { lessonsEn } from './lessons-en.ts';

export const lessonsZhCn: Translated<typeof lessonsEn> = {
  'lessons.title': '经验教训',
  'lessons.lead': '每项改进中学到的东西，让任何人都不必再学一遍。',
  'lessons.search': '经验教训中的词',
  'lessons.allKinds': '全部',
  'lessons.count': { other: '{count} 条经验教训' },
  'lessons.more': '显示更多',
  'lessons.newest': '取自最新的 {count} 条记录。其他的可用词语和筛选查找。',
  'lessons.empty': '还没有经验教训',
  'lessons.emptyHint': '经验教训记在记录的“我们到达了吗”之下，最好在事情与计划不同的当天就记。',
  'lessons.nothing': '没有符合的经验教训',
  'lessons.nothingHint': '减少词语，或去掉一个筛选。',

  'lessons.new': '学到了什么吗？',
  'lessons.kind': '类型',
  'lessons.planned': '原计划是什么？',
  'lessons.plannedHint': '我们当时预期什么？',
  'lessons.happened': '发生了什么？',
  'lessons.happenedHint': '让不在场的人也能明白。',
  'lessons.why': '为什么？',
  'lessons.whyHint': '是什么情形使它容易发生：时间、工具、信息、空间？不问是谁。',
  'lessons.nextTime': '下次怎么做？',
  'lessons.nextTimeHint': '一句别的团队可以照做的话。',
  'lessons.by': '记录人',
  'lessons.on': '日期',
  'lessons.note': '记下',
  'lessons.noted': '已记下经验教训',
  'lessons.next': '下次：{text}',
  'lessons.none': '与计划不同的事，无论更好还是更差，都值得趁新记下：只谈情形，从不追究是谁的错。',
  'lessons.askedAtEnd': '还没有记下经验教训。下一个团队应该知道什么？',
  'lessons.soFar': { other: '已记下 {count} 条经验教训。下一个团队还应该知道什么？' },

  'lessons.report': '经验教训报告',
  'lessons.reportTitle': '经验教训报告',
  'lessons.of': '{record} 的经验教训',
  'lessons.emptyOf': '这里还没有记下经验教训',
  'lessons.otherKind': '未分类',
  'lessons.print': '打印',
  'lessons.markdown': '存为 Markdown',

  'lessons.fit': { other: '有 {count} 条经验教训适用' },
};
