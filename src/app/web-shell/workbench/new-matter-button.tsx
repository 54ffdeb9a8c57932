import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { NAV_GROUPS } from '#ui/nav.ts';
import { navGroupOf } from '../frame/kind-groups.ts';
import { useKinds } from '../frame/kinds.ts';

/** Kinds that are opened on a page of their own and not by a form. */
const OWN_PAGES: readonly string[] = ['register-load'];

/** In the order of the menu: what is opened every day before what a register asks for once a year. */
const GROUPS = Object.keys(NAV_GROUPS);
const placeOf = ({ room }: { readonly room: string }): number => GROUPS.indexOf(navGroupOf(room));

/** What this post may open; nothing where it may open nothing. */
export function NewMatterButton({ kind }: { kind?: string }) {
  const navigate = useNavigate();
  const kinds = useKinds();
  const items = (kinds.data?.kinds ?? [])
    .filter((info) => (kind === undefined || info.kind === kind) && !OWN_PAGES.includes(info.kind))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .flatMap((info) =>
      info.opening.flatMap((act) =>
        act.allowed === false ? [] : [{ key: `/new/${info.kind}/${act.act}`, label: `${info.name}：${act.label}` }],
      ),
    );
  if (items.length === 0) return null;
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => void navigate({ href: key }) }} trigger={['click']} autoFocus>
      <Button>
        新办 <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
