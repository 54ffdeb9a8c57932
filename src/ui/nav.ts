import type { Role } from '#law';

/** 一级菜单, in order. */
export const NAV_GROUPS = {
  work: '工作台',
  findings: '预警',
  supervision: '监督',
  cases: '案件',
  filings: '备案',
  registers: '名录',
  statistics: '统计',
  administration: '管理',
} as const;
export type NavGroup = keyof typeof NAV_GROUPS;

/** A page as data: rooms name theirs, the shell maps ids to lazy imports. The server decides who may read what. */
export type PageEntry = {
  readonly id: string;
  /** Path of the router, "/findings/$id". */
  readonly path: string;
  readonly title: string;
  /** Absent: reached from other pages only. */
  readonly nav?: NavGroup;
  /** Which posts see it in the menu: all, all but the three administrators, or those named. */
  readonly seenBy: 'all' | 'business' | readonly Role[];
  /** Kinds of matters of which alone it tells: it stands in the menu of whoever is offered the ledger of one of them. */
  readonly tellsOf?: readonly string[];
};
