/** What a language must offer: the keys of English, and plural forms where English has them. */
import type { en } from './en.ts';
import type { enRest } from './en-rest.ts';

/** The English words are the pattern for all others. */
export type EnglishCatalogue = typeof en & typeof enRest;

/** What capture, the register and the shell say: fetched before anything is drawn. */
export type FirstCatalogue = Translated<typeof en>;
/** What the other screens say: fetched with the first of them. */
export type RestCatalogue = Translated<typeof enRest>;
export type Catalogue = FirstCatalogue & RestCatalogue;

/** `other` always; the rest as `Intl.PluralRules` of the language asks for. */
export type PluralForms = { readonly other: string } & {
  readonly [Form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : PluralForms;
};
