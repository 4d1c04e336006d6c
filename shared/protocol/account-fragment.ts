/** The fragment of `/join` with which the page is opened again after a sign-in elsewhere; on its own, so that screens need no zod. */
export const accountFragment = 'account';
/** Instead of a ticket: nobody has signed in. */
export const accountRefused = 'refused';
