import { Button } from 'antd';
import { Page } from '#ui/layout/page.tsx';

/** A bug in a page: the rest of the shell stays usable. */
export function CrashPage() {
  return (
    <Page title="页面出现意外" status="本页没有显示出来，已暂存的草稿不会丢失。">
      <p className="fh-note">可能是网络断开，或者平台刚刚更新。请重新打开本页；仍然这样的，请把所在页面和刚才的操作告诉系统管理员。</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        重新打开本页
      </Button>
    </Page>
  );
}
