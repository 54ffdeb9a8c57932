import type { ComponentType } from 'react';
import type { PageId } from './page-entries.ts';

/** Where the code of each page is; it comes when the page is opened. */
export const PAGE_CODE: Readonly<Record<PageId, () => Promise<ComponentType>>> = {
  workbench: async () => (await import('./workbench/workbench-page.tsx')).WorkbenchPage,
  matter: async () => (await import('./matter/matter-page.tsx')).MatterPage,
  ledger: async () => (await import('./ledger/ledger-page.tsx')).LedgerPage,
  'new-matter': async () => (await import('./matter/new-matter-page.tsx')).NewMatterPage,
  search: async () => (await import('./search/search-page.tsx')).SearchPage,
  'clock-calendar': async () => (await import('./calendar/calendar-page.tsx')).CalendarPage,
  findings: async () => (await import('../../supervision/online-watch/web/findings-page.tsx')).FindingsPage,
  finding: async () => (await import('../../supervision/online-watch/web/finding-page.tsx')).FindingPage,
  imports: async () => (await import('../../enforcement/penalty-records/web/imports-page.tsx')).ImportsPage,
  import: async () => (await import('../../enforcement/penalty-records/web/import-page.tsx')).ImportPage,
  rules: async () => (await import('../../supervision/online-watch/web/rules-page.tsx')).RulesPage,
  rule: async () => (await import('../../supervision/online-watch/web/rule-page.tsx')).RulePage,
  problems: async () => (await import('../../supervision/supervision-document/web/problems-page.tsx')).ProblemsPage,
  inbox: async () => (await import('../../supervision/supervision-document/web/inbox-page.tsx')).InboxPage,
  decisions: async () => (await import('../../enforcement/penalty-records/web/decisions-page.tsx')).DecisionsPage,
  organisations: async () => (await import('./organisations/organisations-page.tsx')).OrganisationsPage,
  organisation: async () => (await import('./organisations/organisation-page.tsx')).OrganisationPage,
  laws: async () => (await import('../../registers/law-library/web/laws-page.tsx')).LawsPage,
  'law-imports': async () => (await import('../../registers/law-library/web/imports-page.tsx')).LawImportsPage,
  law: async () => (await import('../../registers/law-library/web/law-page.tsx')).LawPage,
  lists: async () => (await import('../../registers/power-lists/web/lists-page.tsx')).ListsPage,
  'list-entry': async () => (await import('../../registers/power-lists/web/entry-page.tsx')).EntryPage,
  'register-load': async () => (await import('./register-load/register-load-page.tsx')).RegisterLoadPage,
  users: async () => (await import('./administration/users-page.tsx')).UsersPage,
  log: async () => (await import('./administration/log-page.tsx')).LogPage,
  account: async () => (await import('./account/account-page.tsx')).AccountPage,
};
