/** A moment: milliseconds since 1970 UTC. Core never asks for the time; it is told. */
export type Instant = number;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A moment as people and JSON read it. */
export const iso = (at: Instant): string => new Date(at).toISOString();
