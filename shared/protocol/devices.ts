/** The devices of a person: JSON bodies of `/devices`. */
import * as z from 'zod/mini';

export const deviceNameLength = 60;

export const listedDevice = z.object({
  id: z.string(),
  /** From its browser, like `Chrome · Android`, until somebody gives it another; '' = unknown. */
  name: z.string(),
  /** Unix ms. */
  joinedAt: z.number(),
  /** Unix ms, some minutes coarse. */
  lastSeenAt: z.number(),
  /** Signed out: it opens no session until it joins again. */
  isSignedOut: z.boolean(),
  /** The one that asks. */
  isThisOne: z.boolean(),
});
export type ListedDevice = z.infer<typeof listedDevice>;

/** `GET /devices` for one's own, `GET /people/<id>/devices` for another's (administrators only). */
export const devicesAnswer = z.object({ devices: z.array(listedDevice) });

/** `POST /devices/<id>/rename`: one's own. */
export const renameDeviceRequest = z.object({
  name: z.string().check(z.maxLength(4 * deviceNameLength)),
});

/** The name as it will be kept; undefined when nothing or too much is left. */
export function normaliseDeviceName(text: string): string | undefined {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name.length > 0 && name.length <= deviceNameLength ? name : undefined;
}
