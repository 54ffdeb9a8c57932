import { childrenOf, layOut, type Placed, type Range, settle, type TreeNode } from './trees.ts';

/** What changes when the tree is to look like `wanted`; whoever is not named keeps every number. */
export type Replan = ReadonlyMap<string, Placed>;

/**
 * New numbers for units that are new or stand elsewhere, with all that is below them, and for nobody else; where a unit
 * has no room left for a new one, that unit moves to a wider place. Numbers given up are not given out again in the same
 * plan: rows may then be written in any order. null: no room in the block.
 */
export function replan(existing: ReadonlyMap<string, Placed>, wanted: readonly TreeNode[], block: Range): Replan | null {
  if (existing.size === 0) return layOut(wanted, block);
  const outgrown = new Set<string>();
  for (;;) {
    const plan = attempt(existing, wanted, block, outgrown);
    if (!('full' in plan)) return plan;
    if (plan.full === null || outgrown.has(plan.full)) return null;
    outgrown.add(plan.full);
  }
}

function attempt(
  existing: ReadonlyMap<string, Placed>,
  wanted: readonly TreeNode[],
  block: Range,
  outgrown: ReadonlySet<string>,
): Replan | { readonly full: string | null } {
  const children = childrenOf(wanted);
  const parents = enclosing(existing);
  const places = new Map(existing);
  const changed = new Map<string, Placed>();
  const pending = [...(children.get(null) ?? [])];
  for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
    if (outgrown.has(node.id) || !stays(node, existing, parents)) {
      const subtree = descendants(node, children);
      const fresh = settle(subtree, zoneFor(node, places, block), takenBy(node, subtree, places, existing));
      if (fresh === null) return { full: node.parentId };
      for (const [id, place] of fresh) {
        places.set(id, place);
        changed.set(id, place);
      }
      continue;
    }
    pending.push(...(children.get(node.id) ?? []));
  }
  return changed;
}

/** The innermost unit around each, as the numbers have it. */
function enclosing(existing: ReadonlyMap<string, Placed>): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const open: { id: string; hi: number }[] = [];
  for (const [id, place] of [...existing].sort((a, b) => a[1].ord - b[1].ord)) {
    while ((open.at(-1)?.hi ?? Number.POSITIVE_INFINITY) < place.ord) open.pop();
    found.set(id, open.at(-1)?.id ?? null);
    open.push({ id, hi: place.hi });
  }
  return found;
}

function stays(node: TreeNode, existing: ReadonlyMap<string, Placed>, parents: ReadonlyMap<string, string | null>): boolean {
  const place = existing.get(node.id);
  if (place === undefined) return false;
  const parent = parents.get(node.id) ?? null;
  if (parent !== node.parentId) return false;
  const around = parent === null ? undefined : existing.get(parent);
  return around === undefined || around.ownHi === around.hi || place.ord > around.ownHi === node.guest;
}

function zoneFor(node: TreeNode, places: ReadonlyMap<string, Placed>, block: Range): Range {
  const parent = node.parentId === null ? undefined : places.get(node.parentId);
  if (parent === undefined) return block;
  if (parent.ownHi === parent.hi) return { lo: parent.ord + 1, hi: parent.hi };
  return node.guest ? { lo: parent.ownHi + 1, hi: parent.hi } : { lo: parent.ord + 1, hi: parent.ownHi };
}

/** Everything standing in the way: every range but those that enclose the parent's zone, and every number given up. */
function takenBy(
  node: TreeNode,
  subtree: readonly TreeNode[],
  places: ReadonlyMap<string, Placed>,
  existing: ReadonlyMap<string, Placed>,
): readonly Range[] {
  const own = new Set(subtree.map((n) => n.id));
  const parent = node.parentId === null ? undefined : places.get(node.parentId);
  const encloses = (p: Placed) => parent !== undefined && p.ord <= parent.ord && p.hi >= parent.hi;
  const taken: Range[] = [];
  for (const [id, place] of places) {
    if (!own.has(id) && !encloses(place)) taken.push({ lo: place.ord, hi: place.hi });
  }
  for (const place of existing.values()) {
    if (encloses(place)) taken.push({ lo: place.ord, hi: place.ord });
    else taken.push({ lo: place.ord, hi: place.hi });
  }
  return taken;
}

function descendants(root: TreeNode, children: ReadonlyMap<string | null, readonly TreeNode[]>): readonly TreeNode[] {
  return [root, ...(children.get(root.id) ?? []).flatMap((child) => descendants(child, children))];
}
