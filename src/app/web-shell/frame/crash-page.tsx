import { Button } from 'antd';
import { Page } from '#ui/layout/page.tsx';

/** A bug in a page: the rest of the shell stays usable. */
export function CrashPage() {
  return (
    <Page title="页面出现意外" status="本页没有显示出来，已暂存的草稿不会丢失。">
      <Button type="primary" onClick={() => window.location.reload()}>
        重新打开本页
      </Button>
    </Page>
  );
}
