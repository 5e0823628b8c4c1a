import { day, hour } from '../base/time';
import type { ZoneSource } from '../person/subscriber';
import { areaPlace } from './area-codes';
import { isZone, offsetAt } from './offset';
import { anywhere, stateZones, usZones, zoneOfLetter } from './us-zones';
import { postalPlace } from './zip3';

export { isZone };

/** Whether a zone is one of the United States; old names (US/Eastern) count too. */
export const isUsZone = (zone: string): boolean =>
  usZones.has(zone) || /^(US\/[A-Z]|America\/(Indiana|Kentucky|North_Dakota)\/[A-Z])/.test(zone);

export interface Clues {
  /** IANA zone the browser or the person named. */
  stated?: string | undefined;
  postalCode?: string | undefined;
  /** E.164. */
  phone?: string | undefined;
}

export interface Place {
  /** Every zone the person may plausibly be in; a message goes only when the window is open in all of them. */
  zones: string[];
  /** The strongest clue there was. */
  zoneSource: ZoneSource;
  /** 0 to 1. */
  zoneConfidence: number;
  /** Two letters: of the postal code, else the area code, else the practice's. */
  state: string;
}

/** Four years show every yearly rule. */
const firstDay = Date.UTC(2026, 0, 1) / day;
const lastDay = Date.UTC(2030, 0, 1) / day;

/** A zone's offsets as one string: by day, and by hour on days on which they change. */
const rules = new Map<string, string>();

function rulesOf(zone: string): string {
  const found = rules.get(zone);
  if (found !== undefined) return found;
  let last = offsetAt(zone, firstDay * day);
  const parts: (number | string)[] = [last];
  for (let next = firstDay + 1; next <= lastDay; next++) {
    const offset = offsetAt(zone, next * day);
    if (offset === last) continue;
    let at = (next - 1) * day + hour;
    while (offsetAt(zone, at) === last) at += hour;
    parts.push(at / hour, offset);
    last = offset;
  }
  const text = parts.join();
  rules.set(zone, text);
  return text;
}

/** Whether two zones show the same local time all year (America/Detroit and America/New_York do). */
export const sameRules = (a: string, b: string): boolean => a === b || rulesOf(a) === rulesOf(b);

const named = (letters: string): string[] => [...letters].map((letter) => zoneOfLetter[letter]!);

/** Privacy browsers report UTC, so UTC is treated as unknown. */
const tellsNothing = (zone: string): boolean =>
  /^(Etc\/|UTC$|UCT$|GMT|Universal$|Zulu$|Greenwich$|Factory$)/.test(zone);

interface Clue {
  source: ZoneSource;
  zones: string[];
  confidence: number;
}

function cluesOf({ stated, postalCode, phone }: Clues): { clues: Clue[]; state: string | undefined } {
  const clues: Clue[] = [];
  if (stated && isZone(stated) && !tellsNothing(stated))
    clues.push({ source: 'stated', zones: [stated], confidence: 0.9 });
  const postal = postalCode ? postalPlace(postalCode) : undefined;
  if (postal) {
    const zones = named(postal.letters ?? stateZones[postal.state]!);
    clues.push({ source: 'postal-code', zones, confidence: zones.length === 1 ? 0.9 : 0.7 });
  }
  const area = phone ? areaPlace(phone) : undefined;
  if (area) {
    const zones = named(area.letters ?? stateZones[area.state]!);
    // Numbers move with their owners.
    clues.push({ source: 'area-code', zones, confidence: zones.length === 1 ? 0.6 : 0.5 });
  }
  return { clues, state: postal?.state ?? area?.state };
}

/**
 * Where a person may be, by the strongest clue: stated zone, postal code, area code, the practice's own place. A
 * weaker clue that shares a zone with it confirms it; one that does not adds its zones, because a text must be in
 * time wherever the person really is. A number that tells nothing (toll-free, foreign, unassigned) without any other
 * clue may ring anywhere in the US.
 */
export function placeOf(given: Clues, practiceZone: string, practiceState: string): Place {
  const { clues, state = practiceState } = cluesOf(given);
  const [strongest, ...others] = clues;
  if (!strongest) {
    const zones = given.phone ? [...new Set([practiceZone, ...named(anywhere)])] : [practiceZone];
    return { zones: distinct(zones), zoneSource: 'practice', zoneConfidence: given.phone ? 0.1 : 0.3, state };
  }
  let zones = strongest.zones;
  let confidence = strongest.confidence;
  for (const other of others) {
    const agrees = other.zones.some((zone) => zones.some((mine) => sameRules(mine, zone)));
    confidence = agrees ? Math.min(1, confidence + 0.1) : confidence / 2;
    if (!agrees) zones = [...zones, ...other.zones];
  }
  return {
    zones: distinct(zones),
    zoneSource: strongest.source,
    zoneConfidence: Math.round(confidence * 100) / 100,
    state,
  };
}

/** One name for each set of rules, the first. */
const distinct = (zones: string[]): string[] =>
  zones.filter((zone, index) => zones.findIndex((other) => sameRules(other, zone)) === index);
