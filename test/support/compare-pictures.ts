/** Compares what a page shows with a picture that was looked at once, in the browser itself. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';

/** A channel that differs by less is how another version of the browser smooths an edge. */
const tolerance = 48;

/** The share of pixels that differ, 0 to 1; 1 where the sizes do. */
export const differenceOf = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async ({ pictures, tolerance }) => {
      const [a, b] = await Promise.all(
        pictures.map(async (encoded) => {
          const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
          const { width, height, ...bitmap } = await createImageBitmap(new Blob([bytes])).then(
            (image) => ({ width: image.width, height: image.height, image }),
          );
          const context = new OffscreenCanvas(width, height).getContext('2d');
          context?.drawImage(bitmap.image, 0, 0);
          return { width, height, pixels: context?.getImageData(0, 0, width, height).data };
        }),
      );
      const [some = [], others = []] = [a?.pixels, b?.pixels];
      if (some.length === 0 || a?.width !== b?.width || a?.height !== b?.height) return 1;
      let differing = 0;
      for (let at = 0; at < some.length; at += 4) {
        const isAlike = [0, 1, 2].every(
          (channel) =>
            Math.abs((some[at + channel] ?? 0) - (others[at + channel] ?? 0)) < tolerance,
        );
        if (!isAlike) differing++;
      }
      return differing / (some.length / 4);
    },
    { pictures: [one.toString('base64'), other.toString('base64')], tolerance },
  );

/** The kept picture; with UPDATE_PICTURES=1 `shown` is kept in its place, to be looked at before it is committed. */
export function keptPicture(file: string, shown: Buffer): Buffer {
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, shown);
  }
  return readFileSync(file);
}
