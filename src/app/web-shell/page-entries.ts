import type { PageEntry } from '#ui/nav.ts';

/** Every page of the back office as data: address, title, place in the menu. Rooms' own entries are joined in here. */
export const PAGE_ENTRIES = [
  { id: 'workbench', path: '/', title: '工作台', nav: 'work', seenBy: 'all' },
  { id: 'matter', path: '/matters/$id', title: '办件页', seenBy: 'business' },
  { id: 'same-party', path: '/matters/$id/party', title: '同一当事人的案件', seenBy: 'business' },
  { id: 'ledger', path: '/ledger/$kind', title: '台账', seenBy: 'business' },
  { id: 'new-matter', path: '/new/$kind/$act', title: '新办事项', seenBy: 'business' },
  { id: 'search', path: '/search', title: '搜索', seenBy: 'business' },
  { id: 'clock-calendar', path: '/calendar', title: '期限日历', nav: 'work', seenBy: 'business' },
  { id: 'findings', path: '/findings', title: '预警', nav: 'findings', seenBy: 'business' },
  { id: 'finding', path: '/findings/$id', title: '预警', seenBy: 'business' },
  { id: 'imports', path: '/imports', title: '导入', nav: 'findings', seenBy: 'business' },
  { id: 'import', path: '/imports/$id', title: '导入', seenBy: 'business' },
  { id: 'rules', path: '/rules', title: '监督规则', nav: 'findings', seenBy: 'business' },
  { id: 'rule', path: '/rules/$id', title: '监督规则', seenBy: 'business' },
  { id: 'problems', path: '/problems', title: '问题整改台账', nav: 'supervision', seenBy: 'business' },
  { id: 'inbox', path: '/inbox', title: '收文', nav: 'supervision', seenBy: 'business' },
  { id: 'decisions', path: '/decisions', title: '处罚决定', nav: 'cases', seenBy: 'business' },
  { id: 'fine-ledger', path: '/fine-ledger', title: '罚没收入对账', nav: 'cases', seenBy: 'business' },
  { id: 'case-goods', path: '/case-goods', title: '涉案财物台账', nav: 'cases', seenBy: 'business' },
  { id: 'publicity', path: '/publicity', title: '双公示', nav: 'cases', seenBy: 'business' },
  { id: 'major-filings', path: '/major-filings', title: '重大处罚备案', nav: 'filings', seenBy: 'business' },
  { id: 'organisations', path: '/organisations', title: '机构树', nav: 'registers', seenBy: 'all' },
  { id: 'organisation', path: '/organisations/$id', title: '单位', seenBy: 'all' },
  { id: 'missing-bases', path: '/missing-bases', title: '关系依据待补', seenBy: 'business' },
  { id: 'certificates', path: '/certificates', title: '证件名录', nav: 'registers', seenBy: 'business' },
  { id: 'certificate', path: '/certificates/$id', title: '证件', seenBy: 'business' },
  { id: 'laws', path: '/laws', title: '法律法规库', nav: 'registers', seenBy: 'all' },
  { id: 'law-imports', path: '/law-imports', title: '法规文本载入', seenBy: 'business' },
  { id: 'law', path: '/laws/$name', title: '法律法规库', seenBy: 'all' },
  { id: 'lists', path: '/lists', title: '清单', nav: 'registers', seenBy: 'all' },
  { id: 'list-entry', path: '/lists/$id', title: '清单事项', seenBy: 'all' },
  { id: 'new-list-change', path: '/list-changes/new', title: '调整本单位清单', seenBy: 'business' },
  { id: 'list-change', path: '/list-changes/$id', title: '清单调整', seenBy: 'all' },
  { id: 'edit-list-change', path: '/list-changes/$id/edit', title: '修改拟调整的事项', seenBy: 'business' },
  { id: 'benchmarks', path: '/benchmarks', title: '裁量权基准', nav: 'registers', seenBy: 'all' },
  { id: 'new-benchmark', path: '/benchmarks/new', title: '拟制或补录裁量权基准', seenBy: 'business' },
  { id: 'import-benchmarks', path: '/benchmarks/import', title: '导入裁量权基准', seenBy: 'business' },
  { id: 'benchmark', path: '/benchmarks/$id', title: '裁量权基准', seenBy: 'all' },
  { id: 'edit-benchmark', path: '/benchmarks/$id/edit', title: '修改拟稿', seenBy: 'business' },
  { id: 'guidance-links', path: '/guidance', title: '业务指导', nav: 'registers', seenBy: 'business' },
  { id: 'normative-documents', path: '/normative-documents', title: '规范性文件备案目录', nav: 'filings', seenBy: 'all' },
  { id: 'register-load', path: '/register-load', title: '名录载入', nav: 'registers', seenBy: ['supervisor', 'deputy-head', 'head'] },
  { id: 'users', path: '/administration/users', title: '账号管理', nav: 'administration', seenBy: ['system-admin', 'security-admin'] },
  { id: 'log', path: '/administration/log', title: '审计日志', nav: 'administration', seenBy: ['audit-admin'] },
  { id: 'account', path: '/account', title: '我的账号', seenBy: 'all' },
] as const satisfies readonly PageEntry[];

export type PageId = (typeof PAGE_ENTRIES)[number]['id'];

/** The same rows where only their common shape matters. */
export const PAGES: readonly PageEntry[] = PAGE_ENTRIES;
