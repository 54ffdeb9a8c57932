/**
 * Sparse pre-order ranges: a unit stands at `ord`, everything below it within (ord, hi]. Visibility is a comparison of
 * integers, so reorganising must cost little: a new unit takes a free gap and re-numbers nobody, a moved subtree alone
 * gets new numbers.
 */
export const STEP = 1024;
/** Every city has a block of the number line of its own: 4,096 steps, room for 512 cities. */
export const CITY_SPAN = STEP * 4096;

export type Range = { readonly lo: number; readonly hi: number };

/** `ownHi` ends the units that belong to the node; behind it stand the guests, who are only located there. */
export type Placed = { readonly ord: number; readonly ownHi: number; readonly hi: number };

export type TreeNode = {
  readonly id: string;
  readonly parentId: string | null;
  /** Located at its parent without belonging to it: 司法所 and 派驻队 at a township. */
  readonly guest: boolean;
  /** Keeps room for guests from the start, since a later one may not widen it. */
  readonly hosts: boolean;
};

/** The block of the n-th city of a database. */
export function cityBlock(n: number): Range {
  return { lo: n * CITY_SPAN, hi: (n + 1) * CITY_SPAN - 1 };
}

/** Which block a place belongs to. */
export function blockIndex(ord: number): number {
  return Math.floor(ord / CITY_SPAN);
}

type Children = ReadonlyMap<string | null, readonly TreeNode[]>;

export function childrenOf(nodes: readonly TreeNode[]): Children {
  const known = new Set(nodes.map((n) => n.id));
  const found = new Map<string | null, TreeNode[]>();
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    const list = found.get(parent);
    if (list === undefined) found.set(parent, [node]);
    else list.push(node);
  }
  return found;
}

/** Room kept free behind n children for those to come. */
function slack(n: number, step: number): number {
  return step * Math.max(1, Math.ceil(n / 4));
}

function zoneWidth(children: Children, list: readonly TreeNode[], step: number): number {
  return list.reduce((sum, child) => sum + width(children, child, step), slack(list.length, step));
}

function width(children: Children, node: TreeNode, step: number): number {
  const { own, guests } = zones(children, node.id);
  return step + zoneWidth(children, own, step) + (hasGuestZone(node, guests) ? zoneWidth(children, guests, step) : 0);
}

function hasGuestZone(node: TreeNode, guests: readonly TreeNode[]): boolean {
  return node.hosts || guests.length > 0;
}

function zones(children: Children, id: string): { own: readonly TreeNode[]; guests: readonly TreeNode[] } {
  const all = children.get(id) ?? [];
  return { own: all.filter((c) => !c.guest), guests: all.filter((c) => c.guest) };
}

/** Lays one subtree from `lo`; `extra` widens the root's own zone. Returns the first number behind it. */
function lay(children: Children, node: TreeNode, lo: number, step: number, extra: number, into: Map<string, Placed>): number {
  const { own, guests } = zones(children, node.id);
  let cursor = lo + step;
  for (const child of own) cursor = lay(children, child, cursor, step, 0, into);
  cursor += slack(own.length, step) + extra;
  const ownHi = cursor - 1;
  for (const guest of guests) cursor = lay(children, guest, cursor, step, 0, into);
  if (hasGuestZone(node, guests)) cursor += slack(guests.length, step);
  into.set(node.id, { ord: lo, ownHi, hi: cursor - 1 });
  return cursor;
}

/**
 * Numbers a whole tree within a block, with the usual step where it fits, else a smaller one; the first root gets half of
 * what is left of it. null: the block is too small for so many. A node whose parent is not among the nodes is a root.
 */
export function layOut(nodes: readonly TreeNode[], block: Range): ReadonlyMap<string, Placed> | null {
  const children = childrenOf(nodes);
  const roots = children.get(null) ?? [];
  for (let step = STEP; step >= 1; step /= 2) {
    const left = block.hi - block.lo + 1 - zoneWidth(children, roots, step);
    if (left >= 0) return laid(children, roots, block, step, left);
  }
  return null;
}

function laid(children: Children, roots: readonly TreeNode[], block: Range, step: number, left: number): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  let cursor = block.lo;
  for (const [i, root] of roots.entries()) {
    cursor = lay(children, root, cursor, step, i === 0 ? step * Math.floor(left / 2 / step) : 0, placed);
  }
  return placed;
}

/** The parts of `within` that none of `taken` covers. */
export function gaps(within: Range, taken: readonly Range[]): readonly Range[] {
  const free: Range[] = [];
  let lo = within.lo;
  for (const range of [...taken].sort((a, b) => a.lo - b.lo)) {
    if (range.hi < within.lo || range.lo > within.hi) continue;
    if (range.lo > lo) free.push({ lo, hi: range.lo - 1 });
    lo = Math.max(lo, range.hi + 1);
  }
  if (lo <= within.hi) free.push({ lo, hi: within.hi });
  return free;
}

/**
 * Numbers for a subtree (its root first) in the widest gap, with the usual step where it leaves seven eighths free for
 * those to come, else a smaller one. null: no room, the parent itself has to move.
 */
export function settle(subtree: readonly TreeNode[], within: Range, taken: readonly Range[]): ReadonlyMap<string, Placed> | null {
  const root = subtree[0];
  const widest = gaps(within, taken).reduce<Range | null>((best, g) => (best === null || g.hi - g.lo > best.hi - best.lo ? g : best), null);
  if (root === undefined || widest === null) return null;
  const children = childrenOf(subtree);
  const room = widest.hi - widest.lo + 1;
  for (let step = STEP; step >= 1; step /= 2) {
    if (width(children, root, step) * 8 > room && step > 1) continue;
    if (width(children, root, step) > room) return null;
    const placed = new Map<string, Placed>();
    lay(children, root, widest.lo, step, 0, placed);
    return placed;
  }
  return null;
}
