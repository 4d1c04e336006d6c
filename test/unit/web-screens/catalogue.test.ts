/** Both languages say everything, and screens say nothing that is not in the catalogue. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { refusalStatus } from '../../../shared/protocol/refusals.ts';
import { en as enFirst } from '../../../web/i18n/en.ts';
import { enRest } from '../../../web/i18n/en-rest.ts';
import { zhCn as zhCnFirst } from '../../../web/i18n/zh-cn.ts';
import { zhCnRest } from '../../../web/i18n/zh-cn-rest.ts';

const en = { ...enFirst, ...enRest };
const zhCn = { ...zhCnFirst, ...zhCnRest };

const web = fileURLToPath(new URL('../../../web/', import.meta.url));
const textOf = (entry: string | { readonly other: string }): string =>
  typeof entry === 'string' ? entry : Object.values(entry).join(' ');
const parametersIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? ''))].sort();

describe('the catalogue', () => {
  test('has the same keys in both languages, in the same order', () => {
    expect(Object.keys(zhCn)).toEqual(Object.keys(en));
  });

  test('says nothing in two places', () => {
    const both = Object.keys(enFirst).filter((key) => key in enRest);
    expect(both).toEqual([]);
  });

  test('says nothing in two parts, where the later one would silently win', async () => {
    const folder = join(web, 'i18n/parts');
    const places = new Map<string, readonly string[]>();
    for (const file of readdirSync(folder).filter((name) => name.endsWith('-en.ts'))) {
      const part = (await import(join(folder, file))) as Readonly<Record<string, object>>;
      for (const key of Object.values(part).flatMap(Object.keys)) {
        places.set(key, [...(places.get(key) ?? []), file]);
      }
    }
    expect(places.size).toBeGreaterThan(500);
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  test('fills in the same parameters in both languages', () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(parametersIn(textOf(zhCn[key])), key).toEqual(parametersIn(textOf(en[key])));
    }
  });

  test('leaves nothing untranslated', () => {
    for (const [key, entry] of Object.entries(zhCn)) {
      const words = textOf(entry).replace(/\{\w+\}/gu, '');
      if (/\p{L}/u.test(words)) expect(words, key).toMatch(/\p{Script=Han}/u);
    }
  });

  test('has a sentence for every refusal of the server and every failure of storage', () => {
    const failures = ['quotaExceeded', 'storageClosed', 'storageFailed'];
    const keys = [
      ...Object.keys(refusalStatus).map((code) => `refusal.${code}`),
      ...failures.map((failure) => `storage.${failure}`),
    ];
    for (const key of keys) {
      for (const catalogue of [en, zhCn] as Readonly<Record<string, unknown>>[]) {
        expect(catalogue[key], key).toMatch(/[.。]$/u);
      }
    }
  });
});

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Attributes that a person reads or hears. */
const spokenAttributes = new Set([
  'label',
  'title',
  'placeholder',
  'aria-label',
  'alt',
  'hint',
  'text',
]);

/** Words that are not language: the product's name. */
const names = new Set(['Gemba']);

function bareTexts(code: string): readonly string[] {
  const found: string[] = [];
  const note = (text: string) => {
    if (/\p{L}{2,}/u.test(text) && !names.has(text.trim())) found.push(text.trim());
  };
  const visit = (node: Node) => {
    if (node.type === 'JSXText') note(String(node['value']));
    if (node.type === 'JSXAttribute') {
      const name = (node['name'] as { readonly name: unknown }).name;
      const value = node['value'] as Node | null;
      if (spokenAttributes.has(String(name)) && value?.type === 'Literal')
        note(String(value['value']));
    }
    for (const child of Object.values(node).flat()) {
      if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Node);
    }
  };
  visit(parseAst(code, { lang: 'tsx' }) as unknown as Node);
  return found;
}

const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

describe('screens', () => {
  test.each(sources)('%s has no words of its own', (file) => {
    expect(bareTexts(readFileSync(join(web, file), 'utf8'))).toEqual([]);
  });

  test('would be found out', () => {
    expect(bareTexts('<p>Hello</p>')).toEqual(['Hello']);
    expect(bareTexts('<input aria-label="Your name" />')).toEqual(['Your name']);
    expect(bareTexts('<p>{t("some.key")}</p>')).toEqual([]);
  });
});

/** Whether code says a text, by its key or by a template such as `stage.${stage}`. */
function says(code: string, key: string): boolean {
  const prefix = key.slice(0, key.lastIndexOf('.'));
  const prefixes = [key.split('.', 1)[0], prefix].map((start) => `\`${start}.\${`);
  return code.includes(`'${key}'`) || prefixes.some((template) => code.includes(template));
}

test('every text is said somewhere', () => {
  const code = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(features|app|main).*\.tsx?$/u.test(file))
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n');
  expect(Object.keys(en).filter((key) => !says(code, key))).toEqual([]);
});

test('the first screens need only the words that are fetched first', () => {
  const code = filesReachedFrom('main.tsx')
    .filter((file) => !file.startsWith('i18n'))
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n');
  const keys = [...code.matchAll(/'([a-z]+(?:\.[A-Za-z]+)+)'/gu)].map(([, key]) => key ?? '');
  expect(keys.filter((key) => key in enRest)).toEqual([]);
});

/** The page's files that are there from the start: a file's imports and theirs, but not `import()`. */
function filesReachedFrom(file: string, reached: readonly string[] = []): readonly string[] {
  if (reached.includes(file)) return reached;
  const code = readFileSync(join(web, file), 'utf8');
  const imports = [...code.matchAll(/^import (?!type)[^;]*?'(\.[^']+\.tsx?)'/gmu)]
    .map(([, path]) => join(file, '..', path ?? ''))
    .filter((path) => !path.startsWith('..'));
  return imports.reduce<readonly string[]>(
    (all, next) => filesReachedFrom(next, all),
    [...reached, file],
  );
}
