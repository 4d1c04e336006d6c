/** What the register remembers while another screen is shown, and how others reach its search box. */

export type RegisterMemory = {
  /** The row at the top of the list; fractions count. */
  topRow: number;
  /** Set while the register is on screen. */
  focusSearch: (() => void) | undefined;
  /** The search box is to have focus when the register appears. */
  searchWanted: boolean;
};

export const createRegisterMemory = (): RegisterMemory => ({
  topRow: 0,
  focusSearch: undefined,
  searchWanted: false,
});
