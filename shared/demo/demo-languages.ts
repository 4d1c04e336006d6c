/** The languages in which there is a demo: those of the page. Their words are another file, fetched by whoever needs them. */

const demoLanguages = ['en', 'zh-CN'] as const;
export type DemoLanguage = (typeof demoLanguages)[number];

export const isDemoLanguage = (text: string): text is DemoLanguage =>
  (demoLanguages as readonly string[]).includes(text);
