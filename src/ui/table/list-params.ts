/** What a list shows, as it stands in the address bar: filters by id, sort, page. Nothing else decides a list. */
export type ListParams = {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: Sort | null;
  /** From 1. */
  readonly page: number;
};
export type Sort = { readonly by: string; readonly down: boolean };

export const FIRST_PAGE: ListParams = { filters: {}, sort: null, page: 1 };

/** Unknown keys of the address are left alone, so that other parts of a page may keep theirs. */
export function readListParams(search: string, filterIds: readonly string[]): ListParams {
  const params = new URLSearchParams(search);
  const filters: Record<string, string> = {};
  for (const id of filterIds) {
    const value = params.get(id)?.trim();
    if (value !== undefined && value !== '') filters[id] = value;
  }
  const page = Number(params.get('page') ?? '1');
  return { filters, sort: readSort(params.get('sort')), page: Number.isInteger(page) && page >= 1 ? page : 1 };
}

/** The address with these parameters: what is empty or the default is left out. */
export function writeListParams(search: string, filterIds: readonly string[], list: ListParams): string {
  const params = new URLSearchParams(search);
  for (const id of filterIds) {
    const value = list.filters[id];
    if (value === undefined || value === '') params.delete(id);
    else params.set(id, value);
  }
  if (list.sort === null) params.delete('sort');
  else params.set('sort', writeSort(list.sort));
  if (list.page <= 1) params.delete('page');
  else params.set('page', String(list.page));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** "-dueOn" sorts downwards. */
export function writeSort(sort: Sort): string {
  return `${sort.down ? '-' : ''}${sort.by}`;
}

export function readSort(text: string | null): Sort | null {
  if (text === null || text === '' || text === '-') return null;
  return text.startsWith('-') ? { by: text.slice(1), down: true } : { by: text, down: false };
}

/** A change of filter or sort starts again at page 1. */
export function withFilter(list: ListParams, id: string, value: string | null): ListParams {
  const filters = { ...list.filters };
  if (value === null || value === '') delete filters[id];
  else filters[id] = value;
  return { ...list, filters, page: 1 };
}

/** The path that asks the server for one page, and the same list for export. */
export function listPath(base: string, list: ListParams, extra: Readonly<Record<string, string>>, cursor: string | null): string {
  const params = new URLSearchParams({ ...extra, ...list.filters });
  if (list.sort !== null) params.set('sort', writeSort(list.sort));
  if (cursor !== null) params.set('cursor', cursor);
  const text = params.toString();
  return text === '' ? base : `${base}?${text}`;
}

/** "共 128 条", or 一万以上 where the server stopped counting. */
export function totalWords(total: { readonly count: number; readonly exact: boolean }): string {
  return total.exact ? `共 ${total.count.toLocaleString('en-US')} 条` : '共一万条以上';
}
