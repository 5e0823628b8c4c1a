import { Group, SegmentedControl } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api';
import { Chip } from '../ui/chip';
import { More, usePaged } from '../ui/listed';
import { Empty, Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { dateTime, fromNow } from '../when';
import { meaningWords } from '../words';

export function RepliesPage() {
  const [search, setSearch] = useSearchParams();
  const all = search.get('show') === 'all';
  const replies = usePaged(
    (cursor, signal) => api.replies({ cursor, ...(all ? {} : { forStaff: 'true' }) }, signal),
    all ? 'all' : 'for-staff',
    20_000,
  );
  return (
    <Page title="Replies" lead="Texts people sent. Those a machine should not answer stand first.">
      <div>
        <SegmentedControl
          aria-label="Which replies"
          value={all ? 'all' : 'staff'}
          onChange={(value) => setSearch(value === 'all' ? { show: 'all' } : {})}
          data={[
            { value: 'staff', label: 'For you' },
            { value: 'all', label: 'All replies' },
          ]}
        />
      </div>
      <Loaded load={replies}>
        {({ items }) => (
          <section className="card flush" aria-label={all ? 'All replies' : 'Replies for staff'}>
            {items.length === 0 ? (
              <Empty icon="reply" title={all ? 'No replies yet' : 'Nothing waits for you'}>
                STOP, HELP and the like need nobody.
              </Empty>
            ) : (
              <ul className="rows">
                {[...items]
                  .sort(
                    (a, b) =>
                      Number(b.answer?.red ?? false) - Number(a.answer?.red ?? false) ||
                      Number(b.forStaff) - Number(a.forStaff) ||
                      b.at.localeCompare(a.at),
                  )
                  .map((reply) => {
                    const { label, tone } = meaningWords[reply.meaning];
                    return (
                      <li key={reply.id}>
                        <div className="row" style={{ alignItems: 'flex-start' }}>
                          <div className="grow">
                            <div>
                              <Link to={`/people/${reply.subscriber}`} className="strong">
                                {reply.firstName || 'Unknown number'}
                              </Link>
                              <span className="small dim">
                                {' '}
                                · {dateTime(reply.at)} ({fromNow(reply.at)})
                              </span>
                            </div>
                            <div className="bubble" style={{ marginTop: 6, background: 'var(--soft)' }}>
                              {reply.body}
                            </div>
                          </div>
                          <Group gap={6}>
                            <Chip tone={tone}>{label}</Chip>
                            {reply.answer ? (
                              <Chip tone={reply.answer.red ? 'bad' : reply.answer.state === 'sent' ? 'good' : 'calm'}>
                                {reply.answer.text}
                              </Chip>
                            ) : null}
                            {reply.forStaff && reply.meaning !== 'other' ? (
                              <Chip tone="warn">Needs a person</Chip>
                            ) : null}
                          </Group>
                        </div>
                      </li>
                    );
                  })}
              </ul>
            )}
            <More paged={replies} />
          </section>
        )}
      </Loaded>
    </Page>
  );
}
