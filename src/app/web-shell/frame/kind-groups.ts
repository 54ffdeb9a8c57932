import type { NavGroup } from '#ui/nav.ts';

const BY_ROOM: Readonly<Record<string, NavGroup>> = {
  'penalty-records': 'cases',
  'ordinary-penalty': 'cases',
  'summary-penalty': 'cases',
  'correction-order': 'cases',
  inspections: 'cases',
  coercion: 'cases',
  licences: 'cases',
  filings: 'filings',
  'major-penalty-filings': 'filings',
  'normative-filings': 'filings',
  organisations: 'registers',
  officers: 'registers',
  certificates: 'registers',
  'special-supervisors': 'registers',
  'subject-changes': 'registers',
  'subject-reviews': 'registers',
  'law-library': 'registers',
  delegations: 'registers',
  guidance: 'registers',
  'discretion-benchmarks': 'registers',
  'list-changes': 'registers',
  'handling-modes': 'registers',
  'case-reports': 'cases',
  assistance: 'cases',
};

/** Under which heading of the menu the ledger of a room's matters stands. */
export function navGroupOf(room: string): NavGroup {
  return BY_ROOM[room] ?? 'supervision';
}

/** Kinds whose ledger is a page of its own, with columns that no other kind has. */
const OWN_LEDGER: Readonly<Record<string, { readonly to: string; readonly label: string }>> = {
  'penalty-record': { to: '/decisions', label: '处罚决定' },
  'major-penalty-filing': { to: '/major-filings', label: '重大处罚备案' },
};

/** Where all matters of a kind are listed. */
export function ledgerOf(kind: string, name: string): { readonly to: string; readonly label: string } {
  return OWN_LEDGER[kind] ?? { to: `/ledger/${kind}`, label: `${name}台账` };
}

export function hasOwnLedger(kind: string): boolean {
  return kind in OWN_LEDGER;
}
