import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { api } from '../api';
import { whoText } from '../audience/who-text';
import { Chip } from '../ui/chip';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { More, usePaged } from '../ui/listed';
import { Empty, Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { dayText, timeText } from '../when';
import { channelLabel, plural, standingWords, stepName } from '../words';

export function CampaignsPage() {
  const { can, options } = useConsole();
  const campaigns = usePaged((cursor, signal) => api.campaigns({ limit: 50, cursor }, signal), 'campaigns', 30_000);
  const create = can('marketer') ? (
    <Button component={Link} to="/campaigns/new" leftSection={<Icon name="plus" size={18} />}>
      New campaign
    </Button>
  ) : null;
  return (
    <Page title="Campaigns" lead="A series or one message, for some people, from a day on." actions={create}>
      <Loaded load={campaigns}>
        {({ items }) => (
          <section className="card flush" aria-label="All campaigns">
            {items.length === 0 ? (
              <Empty icon="campaign" title="No campaign yet">
                A campaign starts a series, or sends one message, for the people you choose. You see how many before
                anything leaves. {create ? <p>{create}</p> : null}
              </Empty>
            ) : (
              <ul className="rows">
                {items.map((row) => {
                  const { label, tone } = standingWords[row.standing];
                  return (
                    <li key={row.id}>
                      <Link className="row" to={`/campaigns/${row.id}`}>
                        <div className="grow">
                          <div className="strong">{row.name}</div>
                          <div className="small dim">{whoText(row.who, options)}</div>
                        </div>
                        <div className="small" style={{ flex: '0 1 220px' }}>
                          <div>
                            {stepName(row.seriesId)} · {row.channels.map((one) => channelLabel(one)).join(' + ')}
                          </div>
                          <div className="dim">
                            {dayText(row.startDate)}, {timeText(row.startTime)}
                          </div>
                        </div>
                        <div>
                          <Chip tone={tone}>{label}</Chip>
                          {row.reached ? (
                            <div className="small dim">{plural(row.reached, 'person', 'people')} reached</div>
                          ) : null}
                        </div>
                      </Link>
                    </li>
                  );
                })}
              </ul>
            )}
            <More paged={campaigns} />
          </section>
        )}
      </Loaded>
    </Page>
  );
}
