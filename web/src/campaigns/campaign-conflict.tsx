import type { SegmentRow } from '../../../functions/http/staff/app';
import type { ApiError } from '../api';
import { whoText } from '../audience/who-text';
import { Conflict, type Side } from '../ui/conflict';
import { useConsole } from '../ui/console';
import { dayText, timeText } from '../when';
import { channelLabel, stepName } from '../words';
import { againText } from './campaign-again';
import type { Draft } from './campaign-check';

/** A draft that somebody else has saved while it was open here. */
export function CampaignConflict({
  theirs,
  mine,
  segments,
  ...rest
}: {
  error: ApiError;
  theirs: Draft;
  mine: Draft;
  segments: SegmentRow[];
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const { options } = useConsole();
  const audienceOf = ({ segmentId, who }: Draft) => {
    const saved = segments.find(({ id }) => id === segmentId);
    return saved ? `${saved.name}: ${whoText(saved.who, options)}` : whoText(who, options);
  };
  const side = (label: string, of: (draft: Draft) => string): Side => ({ label, theirs: of(theirs), mine: of(mine) });
  return (
    <Conflict
      {...rest}
      sides={[
        side('Name', ({ name }) => name),
        side('Sends', ({ seriesId }) => stepName(seriesId)),
        side('Who', audienceOf),
        side('Channels', ({ channels }) =>
          [...channels]
            .sort()
            .map((one) => channelLabel(one))
            .join(', '),
        ),
        side('People who had it before', ({ restartAfterDays: days }) =>
          days === undefined ? 'are left out' : againText(days),
        ),
        side('Starts', ({ startDate, startTime }) => `${dayText(startDate)} at ${timeText(startTime)}`),
      ]}
    />
  );
}
