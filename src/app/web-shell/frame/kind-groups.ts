import type { NavGroup } from '#ui/nav.ts';

const BY_ROOM: Readonly<Record<string, NavGroup>> = {
  'penalty-records': 'cases',
  penalties: 'cases',
  inspections: 'cases',
  coercion: 'cases',
  licences: 'cases',
  filings: 'filings',
  organisations: 'registers',
  officers: 'registers',
};

/** Under which heading of the menu the ledger of a room's matters stands. */
export function navGroupOf(room: string): NavGroup {
  return BY_ROOM[room] ?? 'supervision';
}
