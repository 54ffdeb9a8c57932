import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { type Failure, failureOf } from '#ui/api/failure.ts';
import { useApi } from '#ui/api/use-api.ts';
import { FormFailure } from '#ui/form/form-failure.tsx';
import { instantWords } from '#ui/time-words.ts';

type Link = { readonly createdAt: string; readonly lastReadAt: string | null };

/** The address under which a calendar program reads the clocks of one's post: made, shown once, taken back. */
export function CalendarLinkPart() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>订阅到手机日历</Button>
      <Modal open={open} title="订阅期限日历（iCal）" footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <LinkBody />
      </Modal>
    </>
  );
}

function LinkBody() {
  const queries = useQueryClient();
  const found = useApi<{ readonly link: Link | null }>('/api/clocks/link');
  const [address, setAddress] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (work: () => Promise<string | null>): Promise<void> => {
    setFailure(null);
    try {
      setAddress(await work());
      await queries.invalidateQueries();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const make = (): Promise<void> => run(async () => (await call<{ address: string }>('POST', '/api/clocks/link', { body: {} })).address);
  const revoke = (): Promise<void> =>
    run(async () => {
      await call('DELETE', '/api/clocks/link');
      return null;
    });
  const link = found.data?.link ?? null;
  return (
    <div className="fh-section">
      <p>把地址填入手机或者电脑的日历程序，其中只有本岗位看得到的期限：期限名称、事项种类和单位，没有事由和人员姓名，不含密封事项。</p>
      <p className="fh-quiet">
        {link === null
          ? '本岗位还没有订阅地址。'
          : `地址生成于 ${instantWords(link.createdAt)}，${link.lastReadAt === null ? '尚未读取过' : `最近读取于 ${instantWords(link.lastReadAt)}`}。`}
      </p>
      {address === null ? null : <NewAddress address={address} />}
      <FormFailure failure={failure} marked={0} elsewhere={[]} />
      <div className="fh-form-end">
        <Button type="primary" onClick={() => void make()}>
          {link === null ? '生成地址' : '重新生成（旧地址失效）'}
        </Button>
        {link === null ? null : (
          <Popconfirm title="停用后，已订阅的日历不再更新。" okText="停用" cancelText="返回" onConfirm={revoke}>
            <Button danger>停用地址</Button>
          </Popconfirm>
        )}
        <a href="/api/clocks/ical">只下载一次</a>
      </div>
    </div>
  );
}

function NewAddress({ address }: { address: string }) {
  return (
    <>
      <Alert type="warning" showIcon className="fh-note" title="地址只显示这一次。拿到地址的人不用登录就能读到这些期限，请勿转发。" />
      <Input.TextArea readOnly autoSize value={address} aria-label="订阅地址" onFocus={(event) => event.target.select()} />
      <Button onClick={() => void navigator.clipboard?.writeText(address)}>复制</Button>
    </>
  );
}
