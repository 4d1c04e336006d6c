/** 演示的文字。 */
import type { Translated } from '../catalogue.ts';
import type { demoEn } from './demo-en.ts';

export const demoZhCn: Translated<typeof demoEn> = {
  'demo.title': '演示',
  'demo.hint': '一家虚构的医院，只在本设备上。',
  'demo.hintServed': '此服务器上的一家虚构医院，供大家体验。',
  'demo.enter': '看看演示',
  'demo.failed': '演示没能载入。请联网一次，然后再试。',
  'demo.visitor': '访客',
  'demo.notReal': '演示：这里的一切都不是真的。',
  'demo.leave': '离开',
};
