/** What the finding tools, once they are there, add to the register: a question, headings, other rows. */
import type { ComponentType, VNode } from 'preact';
import type { RegisterAsk, RowGroup } from '../../projection/register-query.ts';
import type { RegisterRowProps } from './register-row.tsx';
import type { Register } from './use-register.ts';

export type ListExtras = {
  /** What the address asks; undefined while it asks for everything. */
  readonly ask: RegisterAsk | undefined;
  /** In the place of the plain column headings. */
  readonly headings: VNode;
  /** In the place of the plain rows, where more is to be seen of each. */
  readonly Row: ComponentType<RegisterRowProps> | undefined;
  readonly groupLine: (group: RowGroup, index: number) => VNode;
  /** The rows with a line for each heading among them. */
  readonly withHeadings: (register: Register) => Register;
  /** In the place of the list when nothing is found. */
  readonly nothingFound: VNode;
};
