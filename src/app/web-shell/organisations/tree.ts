/** A unit in both trees, as the server lists it. */
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kindName: string;
  readonly tierName: string;
  readonly leadKind: 'local' | 'vertical' | 'dual';
  readonly leadKindName: string;
  readonly qualification: string;
  readonly qualificationName: string;
  readonly regionParentId: string | null;
  readonly lineParentId: string | null;
  /** What the register holds for a later day, in words; null: nothing. */
  readonly planned: string | null;
};
export type WhichTree = 'region' | 'line';
export type Branch = { readonly unit: Unit; readonly children: readonly Branch[] };

/** The tree of a list; a unit whose parent is not listed stands at the top. */
export function treeOf(units: readonly Unit[], which: WhichTree): readonly Branch[] {
  const ids = new Set(units.map((unit) => unit.id));
  const byParent = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const named = which === 'region' ? unit.regionParentId : unit.lineParentId;
    const parent = named !== null && ids.has(named) && named !== unit.id ? named : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit]);
  }
  const branches = (parent: string | null): readonly Branch[] =>
    (byParent.get(parent) ?? []).map((unit) => ({ unit, children: branches(unit.id) }));
  return branches(null);
}

/** Only what matches and the way to it. */
export function prune(branches: readonly Branch[], q: string): readonly Branch[] {
  if (q === '') return branches;
  return branches.flatMap((branch) => {
    if (branch.unit.name.includes(q) || branch.unit.shortName.includes(q)) return [branch];
    const children = prune(branch.children, q);
    return children.length === 0 ? [] : [{ unit: branch.unit, children }];
  });
}

/** Ids of the branches to open: all on the way to a match, else those down to `depth`. */
export function openIds(branches: readonly Branch[], depth: number): readonly string[] {
  if (depth === 0) return [];
  return branches.flatMap((branch) => (branch.children.length === 0 ? [] : [branch.unit.id, ...openIds(branch.children, depth - 1)]));
}
