/** What the catalogue says, and who belongs to what in it, in simplified Chinese. */
import type { Translated } from '../catalogue.ts';
import type { catalogueEn } from './catalogue-en.ts';

export const catalogueZhCn: Translated<typeof catalogueEn> = {
  'catalogue.lead': '这里列出可以改进什么、由谁参与。记录、人员和共享都会引用这些条目。',
  'catalogue.empty': '目录中还没有内容',
  'catalogue.emptyHint':
    '请添加改进想法所涉及的服务和产品、记录可面向的团队，以及共同改进的供应商。',
  'catalogue.emptyReader': '由协调员填写。',
  'catalogue.add': '添加条目',
  'catalogue.entry': '目录条目',
  'catalogue.name': '名称',
  'catalogue.kind': '类别',
  'catalogue.peopleHint': '由管理员在“人员”中设置谁属于它。',
  'catalogue.productOwner': '产品负责人',
  'catalogue.productOwnerHint': '答复以它为改进对象的想法。',
  'catalogue.ownedBy': '产品负责人：{name}',
  'catalogue.note': '备注',
  'catalogue.remove': '移除',
  'catalogue.removed': '已移除“{title}”。',
  'catalogue.noKind': '未分类',
  'catalogue.service': '服务',
  'catalogue.product': '产品',
  'catalogue.practice': '实践',
  'catalogue.supplier': '供应商',
  'catalogue.partner': '合作伙伴',
  'catalogue.team': '团队',
  'catalogue.site': '地点',

  'people.groups': '团队和组织',
  'people.groupsHint': '他们能看到面向其团队的记录；访客能看到共享给其组织的记录。',
  'people.groupsSave': '保存团队',
  'people.groupsSaved': '已保存。{name} 会在几秒内看到新的内容。',
  'people.noGroups':
    '记录可以只面向一个团队，也可以共享给某个供应商的所有人员。请先在目录中添加团队和供应商。',
  'people.toCatalogue': '打开目录',

  'access.chooseTeam': '选择团队',
  'access.formerTeam': '已移除的团队',
  'access.noTeams': '还没有团队：由协调员在目录中添加。选定团队之前，只有相关人员能查看此记录。',
  'access.teamMissing': '请选择团队。在此之前只有相关人员能查看此记录。',
  'access.teamEmpty': '还没有人属于这个团队。提出人、负责人、协调员、管理员以及被共享的人能查看。',
  'access.teamSees': '{names}能查看，此外还有提出人、负责人、协调员、管理员以及被共享的人。',
};
