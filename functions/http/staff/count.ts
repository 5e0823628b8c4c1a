import { second } from '../../core/base/time';
import type { Asked } from '../../core/campaigns/eligible';
import { countAudience } from '../../flows/staff/edit-segment';
import { inquire } from '../../flows/staff/inquire';
import * as view from './audience-view';
import type { StaffPorts, WithBody } from './ports';
import type * as group from './shapes/audience';

/** Counting an audience: for an answer while somebody puts it together, and once more when it is decided about. */

const waitFor = 20 * second;

export const count = async ({ ports, body }: WithBody<typeof group.countSchema>) => {
  const { exact, ...wanted } = body;
  const { asked, names } = await inquire(ports, wanted);
  return view.audienceView(await countAudience(ports, asked, exact ? waitFor : undefined), names);
};

/** How many people an audience means, without regard to other campaigns. */
export const audience = (ports: StaffPorts) => (asked: Asked) => countAudience(ports, asked, waitFor);

/** The same for a campaign about to be scheduled, with whom it shares with others: `meets`, once it has counted. */
export function meeting(ports: StaffPorts, id: string) {
  let meets: ReturnType<typeof view.meetsView> = [];
  return {
    meets: () => meets,
    async audience({ who, channels }: Asked) {
      const { seriesId, startDate, startTime, restartAfterDays } = (await ports.campaigns.get(id)) ?? {};
      const { asked, names } = await inquire(ports, {
        who,
        channels,
        seriesId,
        startDate,
        startTime,
        restartAfterDays,
      });
      const found = await countAudience(ports, asked, waitFor);
      meets = view.meetsView(found.meets, names);
      return found;
    },
  };
}
