/** A chart as a file: the drawing with its colours written into it, or a picture of that. */

/** What a drawing needs to look the same without the page's stylesheets. */
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-variant-numeric',
] as const;

const edge = 16;
const titleRoom = 28;
/** Sharp on paper and on screens with small pixels. */
const pixelsPerPoint = 2;

export function drawingToSvg(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const from = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((element, place) => {
    const style = getComputedStyle(element);
    const target = to[place];
    for (const name of carried) target?.setAttribute(name, style.getPropertyValue(name));
    target?.removeAttribute('class');
  });
  copy.querySelector('[data-leave-out]')?.remove();
  const { width, height } = sizeOf(drawing);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `${-edge} ${-edge - titleRoom} ${width} ${height}`);
  copy.removeAttribute('aria-hidden');
  const page = getComputedStyle(document.body);
  copy.prepend(paper(page.backgroundColor, width, height), heading(title, page));
  return new XMLSerializer().serializeToString(copy);
}

export async function svgToPng(svg: string, drawing: SVGSVGElement): Promise<Blob | undefined> {
  const { width, height } = sizeOf(drawing);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelsPerPoint;
  canvas.height = height * pixelsPerPoint;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

const sizeOf = ({ width, height }: SVGSVGElement) => ({
  width: width.baseVal.value + 2 * edge,
  height: height.baseVal.value + 2 * edge + titleRoom,
});

function paper(colour: string, width: number, height: number): SVGElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const at = { x: -edge, y: -edge - titleRoom, width, height, fill: colour };
  for (const [name, value] of Object.entries(at)) rect.setAttribute(name, String(value));
  return rect;
}

function heading(title: string, page: CSSStyleDeclaration): SVGElement {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  const look = { y: -titleRoom / 2, fill: page.color, 'font-family': page.fontFamily };
  for (const [name, value] of Object.entries({ ...look, 'font-size': 16, 'font-weight': 600 })) {
    text.setAttribute(name, String(value));
  }
  text.textContent = title;
  return text;
}
