import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';

/** Which list an address is about: another one in the same page is left, too. */
const listOf = (search: object): unknown => Reflect.get(search, 'list');

/** Whoever leaves the page while something is not saved is asked first; `isFree`: it has just been saved. */
export function LeaveGuard({ isChanged, isFree }: { isChanged: boolean; isFree: () => boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged && !isFree() && (current.pathname !== next.pathname || listOf(current.search) !== listOf(next.search)),
    enableBeforeUnload: () => isChanged && !isFree(),
    withResolver: true,
  });
  return (
    <Modal
      open={leaving.status === 'blocked'}
      title="有内容还没有保存"
      okText="不保存，离开"
      okButtonProps={{ danger: true }}
      cancelText="留在本页"
      onOk={() => leaving.proceed?.()}
      onCancel={() => leaving.reset?.()}
    >
      离开以后，没有保存的变更不再保留。
    </Modal>
  );
}
