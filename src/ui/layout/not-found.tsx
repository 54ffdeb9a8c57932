import { Link } from '@tanstack/react-router';
import { Page } from './page.tsx';

export function NotFound() {
  return (
    <Page title="没有这个页面" status="地址可能写错了，或者内容不在您的查阅范围内。">
      <p>
        <Link to="/">回到工作台</Link>
      </p>
    </Page>
  );
}
