import type { ReactNode } from 'react';

/** One column of a list. */
export type Column<T> = {
  readonly id: string;
  readonly title: string;
  readonly render: (row: T) => ReactNode;
  /** The server's name for sorting by it. */
  readonly sort?: string;
  /** The server sorts by it upwards only. */
  readonly oneWay?: boolean;
  readonly align?: 'right';
  readonly width?: number;
  /** Long text that may take several lines; else a cell keeps to one. */
  readonly wrap?: boolean;
  /** Not offered for hiding. */
  readonly always?: boolean;
  /** Hidden until chosen. */
  readonly hidden?: boolean;
  /** Place on a phone's card: head line, foot, or left out; else label and value. */
  readonly card?: 'head' | 'foot' | 'none';
};

export type Filter = {
  readonly id: string;
  readonly label: string;
} & (
  | { readonly as: 'text'; readonly hint?: string }
  | { readonly as: 'choice'; readonly options: Readonly<Record<string, string>> }
  | { readonly as: 'date' }
  | { readonly as: 'organisation' }
);

export function defaultColumns<T>(columns: readonly Column<T>[]): readonly string[] {
  return columns.filter((column) => column.hidden !== true).map((column) => column.id);
}

/** Columns in their declared order: the chosen ones and those that always stand. */
export function shownColumns<T>(columns: readonly Column<T>[], chosen: readonly string[]): readonly Column<T>[] {
  return columns.filter((column) => column.always === true || chosen.includes(column.id));
}
