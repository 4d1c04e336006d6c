/** What links between records say, in Chinese. */
import type { Translated } from '../catalogue.ts';
import type { linksEn } from './links-en.ts';

export const linksZhCn: Translated<typeof linksEn> = {
  'field.links': '关联',

  'link.dependsOn': '依赖于',
  'link.blocks': '阻塞',
  'link.partOf': '属于',
  'link.hasPart': '包含',
  'link.followsFrom': '承接自',
  'link.followedBy': '后续为',
  'link.duplicateOf': '重复于',
  'link.duplicate': '有这些重复记录',
  'link.to.dependsOn': '依赖于 {record}',
  'link.to.partOf': '属于 {record}',
  'link.to.followsFrom': '承接自 {record}',

  'links.count': { other: '{count} 个关联' },
  'links.add': '添加关联',
  'links.relation': '本记录',
  'links.which': '哪条记录？',
  'links.whichHint': '编号，或其中的文字。',
  'links.chooseOne': '请先选择另一条记录。',
  'links.circle.dependsOn': '它们会互相等待：{way}。请先移除其中一个关联，或选择另一条记录。',
  'links.circle.partOf': '它们会互相包含：{way}。请先移除其中一个关联，或选择另一条记录。',
  'links.forbidden': '这个关联记在另一条记录上，您不能编辑它。请让其负责人添加或移除。',
  'links.added': '已关联',
  'links.removed': '关联已移除',
  'links.remove': '移除与 {record} 的关联',
  'links.unseen': '您无法查看的记录',
  'links.waitsFor': '等待 {record}（{stage}）',
  'links.stuck': '这些记录互相等待：{way}。移除一个关联之前，哪个都无法开始。',
  'links.parts': '这些记录互相包含：{way}。请移除其中一个关联。',
  'links.takeOut': '移除与 {record} 的关联',

  'references.add': '添加编号或网址',
  'references.none': '它在别处对应的变更、项目或问题。粘贴网址或填写编号。',
  'references.open': '打开 {key}',
  'references.kind': '类型',
  'references.key': '编号',
  'references.url': '网址',
  'items.noAddress': '网址须以 https:// 或 http:// 开头。',

  'find.waits.work': '其他工作',
  'find.linkedTo': '关联到 {record}',
};
