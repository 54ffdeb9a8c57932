import { LIST_LABELS, type ListKind } from '#registers/power-lists';

type ListPage = {
  readonly list: ListKind;
  readonly path: string;
  readonly title: string;
  /** The article that wants it published. */
  readonly why: string;
  /** Looked up from the page of a unit. */
  readonly ofEveryUnit: boolean;
};

const at = (list: ListKind, why: string, ofEveryUnit = false): ListPage => ({
  list,
  path: `/public/lists/${list}`,
  title: LIST_LABELS[list],
  why,
  ofEveryUnit,
});

/** The lists that the public reads; whoever adds a list decides here that it is one of them, the database decides again. */
export const LIST_PAGES: readonly ListPage[] = [
  at('power', '细则第八条第三项', true),
  at('inspection', '细则第八条第十项', true),
  at('spot-check', '细则第八条第十项'),
  at('key-matter', '细则第八条第十项'),
  at('no-penalty', '细则第八条第九项、第十九条第二款'),
  at('lighter', '细则第八条第九项、第十九条第二款'),
  at('mitigated', '细则第八条第九项、第十九条第二款'),
  at('no-coercion', '细则第八条第九项、第十九条第二款'),
  at('empowerment', '行政处罚法第二十四条'),
];
