/** What a record says of suppliers and partners, in Chinese. */
import type { Translated } from '../catalogue.ts';
import type { supplierEn } from './supplier-en.ts';

export const supplierZhCn: Translated<typeof supplierEn> = {
  'supplier.ways': '当供应商交付的质量是问题所在时',
  'supplier.way.accept': '接受现状',
  'supplier.way.change': '更换供应商',
  'supplier.way.detect': '在我方发现并纠正',
  'supplier.way.together': '共同改进',
  'supplier.how.accept': '维持现有质量，并说明为什么这样就够了。',
  'supplier.how.change': '改由其他供应商提供，或由我们自己来做。',
  'supplier.how.detect': '在我们自己的价值流中找出问题，并在影响任何人之前纠正。',
  'supplier.how.together':
    '去掉没人需要的要求，调整规格，在双方价值流之间转移工作，或改变节奏和批量。',
  'supplier.weigh': '纳入权衡',
  'supplier.weighed': '已在方案中',
  'supplier.addOffer': '添加提供支持的一方',
  'supplier.noOffers': '供应商和合作伙伴能为此提供什么：技能、评估、评审。',
  'supplier.step': '有助于哪一步',
  'supplier.note': '提供的内容',
};
