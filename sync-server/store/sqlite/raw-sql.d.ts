/** SQL files come into the build as text. */
declare module '*.sql?raw' {
  const sql: string;
  export default sql;
}
