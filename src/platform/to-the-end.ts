type Page<T> = { readonly items: readonly T[]; readonly cursor: string | null };

/** The items of a list to its end, page by page, so that memory does not grow with it. `next` gets undefined for the first page. */
export async function* toTheEnd<T>(next: (cursor: string | undefined) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let cursor: string | undefined; ; ) {
    const page = await next(cursor);
    yield* page.items;
    if (page.cursor === null) return;
    cursor = page.cursor;
  }
}
