/** Operations whose code is fetched with the first of them that is used. */

type Operation = (...args: readonly never[]) => Promise<unknown>;

/** `names`: every operation of T, once. A fetch that fails is tried again by the next one. */
export function later<T extends { readonly [Name in keyof T]: Operation }>(
  names: { readonly [Name in keyof T]: true },
  load: () => Promise<T>,
): T {
  let loading: Promise<T> | undefined;
  const loaded = (): Promise<T> => {
    loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw cause;
    });
    return loading;
  };
  const operations = (Object.keys(names) as (keyof T)[]).map((name) => [
    name,
    async (...args: readonly never[]) => (await loaded())[name](...args),
  ]);
  return Object.fromEntries(operations) as T;
}
