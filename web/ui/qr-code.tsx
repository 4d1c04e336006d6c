/** A text as a QR code: always dark on white, because cameras read it that way. */
import { encode } from 'uqr';
import './qr-code.css';

type QrCodeProps = { readonly text: string; readonly label: string };

/** The quiet zone that the standard asks for, in modules. */
const border = 4;

export function QrCode({ text, label }: QrCodeProps) {
  const { size, data } = encode(text, { ecc: 'M', border });
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path class="qr-code__paper" d={`M0 0h${size}v${size}H0z`} />
      <path class="qr-code__modules" d={modulesPath(data)} />
    </svg>
  );
}

/** Each run of dark modules in a row is one rectangle. */
function modulesPath(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    let x = 0;
    while (x < row.length) {
      const start = x;
      while (row[x] === true) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1H${start}z`;
      else x++;
    }
  });
  return path;
}
