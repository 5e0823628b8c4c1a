/** What a person may be reached by. */
export const channelNames = ['email', 'sms'] as const;
export type ChannelName = (typeof channelNames)[number];
