import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Home } from '../../../functions/http/staff/app';
import { api } from '../api';
import { ConfirmButton } from '../ui/act';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { Note } from '../ui/note';
import { dateTime, fromNow } from '../when';
import { plural } from '../words';
import { EverythingStopped, StopAnswers, Unanswered } from './answers-standing';
import { PausedCampaign, PausedSeries } from './paused-standing';

/** Whether sending is on, and each thing that blocks it: what, why, and the button that ends it. */
export function Standing({ home, reload }: { home: Home; reload: () => void }) {
  const { controls, pausedSeries, pausedCampaigns, stuck, warnings = [], heldSince, counts } = home;
  const { config } = useConsole();
  // A demo's clock jumps past the looks.
  const stale =
    !config.demo && home.lookedAt !== undefined && Date.parse(home.now) - Date.parse(home.lookedAt) > lookedLongAgo;
  const quiet =
    !controls.kill &&
    !controls.total &&
    home.unanswered.length === 0 &&
    pausedSeries.length + pausedCampaigns.length + warnings.length === 0 &&
    !stuck &&
    !stale;
  return (
    <div className="standing">
      <Unanswered texts={home.unanswered} />
      <EverythingStopped controls={controls} reload={reload} />
      {controls.kill ? <Stopped controls={controls} reload={reload} /> : null}
      {!controls.kill && !controls.total ? (
        <Note tone={quiet ? 'good' : 'calm'} icon="check" title="Sending is on" label="Sending">
          {quiet ? 'Every series runs as planned.' : 'Something on this page needs a look.'}
        </Note>
      ) : null}
      {pausedSeries.map(({ id, name }) => (
        <PausedSeries
          key={id}
          id={id}
          rev={controls.rev}
          name={name}
          reason={controls.pauseReasons?.[id]}
          reload={reload}
        />
      ))}
      {pausedCampaigns.map((one) => (
        <PausedCampaign key={one.id} campaign={one} reload={reload} />
      ))}
      {stuck ? <Stuck stuck={stuck} /> : null}
      {warnings.map((text) => (
        <Note key={text} tone="warn" icon="warn" title="Close to a limit" label="Warning">
          {text}. Look at the latest messages that failed, and at where their addresses came from.{' '}
          <Link to="/messages?outcome=failed">Failed messages</Link>
        </Note>
      ))}
      {stale ? (
        <Note tone="warn" icon="clock" title="The service has not looked at itself" label="Watch">
          Its last look was {home.lookedAt ? fromNow(home.lookedAt, Date.parse(home.now)) : 'long ago'}; it should be
          every five minutes. The circuit breaker, and the numbers of held and stuck, may be out of date. Tell your
          administrator.
        </Note>
      ) : null}
      {counts.held > 0 ? (
        <Note
          tone="warn"
          icon="lock"
          title={`${plural(counts.held, 'message waits', 'messages wait')} for you to decide`}
          label="Held"
          act={
            <Button
              component={Link}
              to="/messages?outcome=held"
              variant="default"
              leftSection={<Icon name="next" size={16} />}
            >
              Decide
            </Button>
          }
        >
          Nobody knows whether {counts.held === 1 ? 'it' : 'they'} arrived, so nothing is sent again by itself
          {heldSince ? `. The oldest waits since ${dateTime(heldSince)}` : ''}.
        </Note>
      ) : null}
    </div>
  );
}

const lookedLongAgo = 20 * 60_000;

function Stopped({ controls, reload }: { controls: Home['controls']; reload: () => void }) {
  const { can, reloadControls } = useConsole();
  const { killedBy, killReason } = controls;
  const why =
    killedBy === 'account'
      ? `The service stopped by itself, because every message would have been refused: ${killReason ?? ''}`
      : killedBy === 'rates'
        ? `The service stopped by itself, before Amazon does: ${killReason ?? ''}.`
        : killReason
          ? `The reason given: ${killReason}${/[.!?]$/.test(killReason) ? '' : '.'}`
          : 'No reason was given.';
  const first =
    killedBy === 'account'
      ? ' Put the account in order first; the runbook says how.'
      : killedBy === 'rates'
        ? ' Find out which addresses came back or complained before you go on.'
        : '';
  return (
    <Note
      tone="bad"
      icon="stop"
      title="All sending is stopped"
      label="Sending"
      act={
        can('approver') ? (
          <>
            <ConfirmButton<Home['controls']>
              label="Start sending"
              title="Start sending again?"
              yes="Start sending"
              done="Sending is on again."
              leftSection={<Icon name="play" size={16} />}
              act={(now = controls) => api.kill(false, now.rev)}
              tell={({ kill, killReason }) => (kill ? `stopped: ${killReason ?? 'no reason given'}` : 'sending is on')}
              after={() => {
                reload();
                reloadControls();
              }}
            >
              Messages that became due meanwhile go out in their usual hours. Those whose time has passed are skipped,
              each with its reason.
            </ConfirmButton>
            {controls.total ? null : <StopAnswers rev={controls.rev} reload={reload} />}
          </>
        ) : undefined
      }
    >
      {why}
      {first} People keep their place.
      {controls.total ? '' : ' Only answers to STOP, HELP, an emergency or a crisis still go out.'}
      {can('approver') ? '' : ' An approver or admin can start it again.'}
    </Note>
  );
}

function Stuck({ stuck: { count, more, since, people } }: { stuck: NonNullable<Home['stuck']> }) {
  const many = more || count > people.length;
  return (
    <Note
      tone="warn"
      icon="clock"
      title={`${more ? 'More than ' : ''}${plural(count, 'person is', 'people are')} stuck`}
      label="Stuck"
    >
      Something has been due for them for over half an hour{since ? `, the first since ${dateTime(since)}` : ''}, and
      does not move. They lose nothing, but get nothing. Mostly the workers are down or behind; the runbook says where
      to look.
      {people.length > 0 ? (
        <span>
          {' '}
          {people.map(({ id, firstName }, i) => (
            <span key={id}>
              {i > 0 ? ', ' : ''}
              <Link to={`/people/${id}`}>{firstName}</Link>
            </span>
          ))}
          {many ? ' and others.' : '.'}
        </span>
      ) : null}
    </Note>
  );
}
