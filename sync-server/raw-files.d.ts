/** Files that come into the build as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}
