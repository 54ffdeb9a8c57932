import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Input, Tree } from 'antd';
import { useState } from 'react';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Page } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { Tabs } from '#ui/layout/tabs.tsx';
import { useIsAdministrator } from '../frame/seen-by.ts';
import { type Branch, openIds, prune, treeOf, type Unit, type WhichTree } from './tree.ts';
import { UnitDetail } from './unit-detail.tsx';

/** 机构树: by region (who governs where) and by line (who leads whom). */
export function OrganisationsPage() {
  const tree = useApi<{ readonly on: string; readonly items: readonly Unit[] }>('/api/organisations/tree');
  const address = useTreeAddress();
  const units = tree.data?.items ?? [];
  const administrator = useIsAdministrator();
  return (
    <Page
      title="机构树"
      status={
        tree.data === undefined ? '执法与监督主体及其隶属。' : `${tree.data.on} 有效的单位 ${units.length} 个，按区划和条线各成一棵树。`
      }
      actions={administrator ? undefined : <Link to="/missing-bases">关系依据待补</Link>}
    >
      <div className="fh-section">
        <Tabs
          label="机构树"
          active={address.which}
          onChange={(which) => address.go({ which })}
          items={(['region', 'line'] as const).map((which) => ({
            key: which,
            label: which === 'region' ? '按区划' : '按条线',
            children: (
              <Loaded query={tree} what="机构树">
                {(data) => <UnitTree units={data.items} which={which} open={(id) => address.go({ id })} />}
              </Loaded>
            ),
          }))}
        />
      </div>
      <Drawer
        open={address.id !== null}
        onClose={() => address.go({ id: null })}
        size={520}
        title={units.find((unit) => unit.id === address.id)?.name ?? '单位'}
        destroyOnHidden
      >
        {address.id === null ? null : <UnitDetail id={address.id} />}
      </Drawer>
    </Page>
  );
}

function useTreeAddress() {
  const location = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(location.searchStr);
  const which: WhichTree = params.get('which') === 'line' ? 'line' : 'region';
  const id = params.get('id');
  return {
    which,
    id,
    go: (next: { readonly which?: string; readonly id?: string | null }) =>
      void navigate({
        href: `/organisations${queryString({ which: next.which ?? which, id: next.id === undefined ? id : next.id })}`,
        replace: true,
      }),
  };
}

function UnitTree({ units, which, open }: { units: readonly Unit[]; which: WhichTree; open: (id: string) => void }) {
  const [q, setQ] = useState('');
  const whole = treeOf(units, which);
  const branches = prune(whole, q.trim());
  const [expanded, setExpanded] = useState<readonly string[]>(() => openIds(whole, 1));
  const shown = q.trim() === '' ? expanded : openIds(branches, 9);
  return (
    <>
      <div className="fh-list-tools">
        <Input
          className="fh-filter-text"
          allowClear
          aria-label="查找单位"
          placeholder="输入单位名称"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <div className="fh-list-right">
          <Button onClick={() => setExpanded(openIds(whole, 9))}>全部展开</Button>
          <Button onClick={() => setExpanded(openIds(whole, 1))}>收起</Button>
        </div>
      </div>
      {branches.length === 0 ? (
        <EmptyState>{units.length === 0 ? '还没有登记单位。登记后在这里看到两棵树。' : '没有相符的单位，可换个写法再查。'}</EmptyState>
      ) : (
        <Tree
          treeData={branches.map(nodeOf)}
          expandedKeys={[...shown]}
          onExpand={(keys) => setExpanded(keys.map(String))}
          selectedKeys={[]}
          onSelect={(_, { node }) => open(String(node.key))}
          height={600}
          blockNode
        />
      )}
    </>
  );
}

type Node = { key: string; title: React.ReactNode; children: Node[] };

function nodeOf({ unit, children }: Branch): Node {
  return {
    key: unit.id,
    title: (
      <span className="fh-unit">
        {unit.name}
        <span className="fh-quiet">{unit.kindName}</span>
        {unit.leadKind === 'local' ? null : <span className="fh-mark">{unit.leadKindName}</span>}
        {unit.planned === null ? null : <span className="fh-mark">{unit.planned}</span>}
        {unit.qualification === 'confirmed' ? null : <span className="fh-mark">资格{unit.qualificationName}</span>}
      </span>
    ),
    children: children.map(nodeOf),
  };
}
