import { Link } from 'react-router';
import { Empty } from '../ui/loaded';
import { Page } from '../ui/page';

export function Missing() {
  return (
    <Page title="This page is not there">
      <div className="card">
        <Empty icon="search" title="Nothing lives at this address">
          It may have been renamed. <Link to="/">Go to the home page</Link>.
        </Empty>
      </div>
    </Page>
  );
}
