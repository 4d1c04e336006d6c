/** Seeds of frames that the server once did not survive; they are always sent first. */
export const failingFrames: readonly number[] = [];
