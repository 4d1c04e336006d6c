/** Puts a catalogue's words together: parameters filled in, plurals chosen by the language's own rules. */
import type { Catalogue, EnglishCatalogue, PluralForms } from './catalogue.ts';

export type TextKey = keyof Catalogue;

/** The `{names}` that a text asks for, read off the English wording; a typo does not compile. */
export type ParametersOf<Key extends TextKey> = EnglishCatalogue[Key] extends string
  ? NamesIn<EnglishCatalogue[Key]>
  : EnglishCatalogue[Key] extends { readonly other: infer Other extends string }
    ? NamesIn<Other> | 'count'
    : never;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Parameters<Key extends TextKey> = { readonly [Name in ParametersOf<Key>]: string | number };

export type Translate = <Key extends TextKey>(
  key: Key,
  ...parameters: [ParametersOf<Key>] extends [never] ? [] : [Parameters<Key>]
) => string;

/** `catalogue` may still be filled; a text that is not there yet shows as its key. */
export function createTranslate(catalogue: Partial<Catalogue>, language: string): Translate {
  const pluralRules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, ...[parameters]) => {
    const values: Readonly<Record<string, string | number>> = parameters ?? {};
    const entry: string | PluralForms = catalogue[key] ?? key;
    const text =
      typeof entry === 'string'
        ? entry
        : (entry[pluralRules.select(Number(values['count']))] ?? entry.other);
    return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
