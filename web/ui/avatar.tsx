/** Someone as a coloured disc with their initials, and several of them overlapping. */
import './avatar.css';

type Figure = { readonly id: string; readonly name: string };

const hues = 6;

/** Which of the person colours someone has: the same on every device, by id. */
export function personHue(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % hues;
}

/** "Ann Lee" → "AL", "张伟" → "伟", '' → "?". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  if (/^\p{Script=Han}+$/u.test(first)) return [...first].at(-1) ?? '?';
  return ([...first][0] ?? '?').toUpperCase() + ([...last][0] ?? '').toUpperCase();
}

export const Avatar = ({ id, name }: Figure) => (
  <span class={`avatar avatar--hue-${personHue(id)}`} title={name} aria-hidden="true">
    {initials(name)}
  </span>
);

type AvatarStackProps = {
  /** What the group means, for those who don't see it: "Ann and Bo are here now". */
  readonly label: string;
  readonly people: readonly (Figure & { readonly key: number })[];
};

const shown = 4;

export const AvatarStack = ({ label, people }: AvatarStackProps) => (
  <span class="avatar-stack">
    <span class="visually-hidden">{label}</span>
    {people.slice(0, shown).map((person) => (
      <Avatar key={person.key} id={person.id} name={person.name} />
    ))}
    {people.length > shown && (
      <span class="avatar avatar--more figures" aria-hidden="true">
        +{people.length - shown}
      </span>
    )}
  </span>
);
