/** Parts a text at line ends or spaces where it can, never through a code point. */
export function splitText(text: string, atMost: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > atMost) {
    const head = rest.slice(0, atMost);
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
    const end = at > atMost / 2 ? at : wholeCharacters(head);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function wholeCharacters(head: string): number {
  const last = head.charCodeAt(head.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? head.length - 1 : head.length;
}
