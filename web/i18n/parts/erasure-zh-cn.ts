/** Erasing a passage of a record, in Simplified Chinese. */
import type { Translated } from '../catalogue.ts';
import type { erasureEn } from './erasure-en.ts';

export const erasureZhCn: Translated<typeof erasureEn> = {
  'erase.title': '永久抹除文字',
  'erase.hint': '从这条记录及其历史中为所有人抹除一个姓名或一段文字，其余内容保留。',
  'erase.action': '抹除文字…',
  'erase.warning':
    '这些文字将从本记录的所有正文、字段、评论、决定及历史中抹除，无法恢复。各人草稿和导出文件中的内容仍会保留。',
  'erase.words': '要抹除的文字',
  'erase.wordsHint': '与原文逐字一致。',
  'erase.wordsMissing': '请至少输入两个字符。',
  'erase.places': { other: '在记录中找到 {count} 处' },
  'erase.notHere': '记录的当前内容中没有。服务器还会查找历史和决定。',
  'erase.reason': '原因',
  'erase.reasonHint': '历史记录会说明谁、何时、为何抹除了内容，但不会显示内容本身。',
  'erase.reasonMissing': '请简单说明原因。',
  'erase.reasonTells': '原因会保留在历史记录中，请不要写出要抹除的内容。',
  'erase.now': '永久抹除',
  'erase.done': { other: '已抹除 {count} 处' },
  'erase.comment': '永久抹除这条评论',
  'erase.commentTitle': '永久抹除评论',
  'erase.commentWarning': '这条评论将为所有人抹除，无法恢复。各人草稿和导出文件中的内容仍会保留。',
  'erase.failed.unsent': '您在本记录中写的内容还在发送中。请稍后再试。',
  'erase.failed.unreachable': '无法连接服务器，未抹除任何内容。请在有网络时再试。',
  'erase.failed.notFound': '服务器在本记录中没有找到这些文字。请逐字核对写法。',
  'record.rewritten': '管理员已从这条记录中永久抹除了部分文字。您看到的是抹除后的内容。',
};
