import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useKinds } from '../frame/kinds.ts';

/** Kinds that are opened on a page of their own and not by a form. */
const OWN_PAGES: readonly string[] = ['register-load'];

/** What this post may open; nothing where it may open nothing. */
export function NewMatterButton({ kind }: { kind?: string }) {
  const navigate = useNavigate();
  const kinds = useKinds();
  const items = (kinds.data?.kinds ?? [])
    .filter((info) => (kind === undefined || info.kind === kind) && !OWN_PAGES.includes(info.kind))
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
