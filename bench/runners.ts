import {
  type Answer,
  type Answers,
  askedOn,
  meaningOfAnswers,
  type Question,
  type Questions,
} from '../functions/core/practice/questions';

/** One made-up person. Numbers in 555-01xx and addresses at example.com are reserved for this. */
export interface Runner {
  /** Where they really are; what they tell of it is in `signup`. */
  zone: string;
  /** What they post to the public sign-up. */
  signup: {
    firstName: string;
    email?: string;
    phone?: string;
    emailConsent: boolean;
    smsConsent: boolean;
    timeZone?: string;
    postalCode?: string;
    adult: true;
    source?: string;
  };
  /** What they post beside it, by the id of the question. */
  answers: Answers;
  /** An answer says that a doctor should see them first. */
  structural: boolean;
  /** Which of the days of sign-up, and which of its hours. */
  wave: number;
  confirms: { email: boolean; sms: boolean };
  /** What they do of their own accord, and on which day of the six weeks. */
  does?: { what: Deed; day: number };
}

const deeds = ['one-click', 'stop', 'bounce', 'complaint', 'book', 'seen'] as const;
export type Deed = (typeof deeds)[number];

export const waves = 9;

/** Zone, postal code and area codes; every zone the US and its territories live by, the crowded ones more than once. */
const places: [zone: string, postalCode: string, areas: string, weight: number][] = [
  ['America/New_York', '30309', '404 470 678', 16],
  ['America/New_York', '10011', '212 646 917', 10],
  ['America/New_York', '33130', '305 786', 8],
  ['America/New_York', '02108', '617 857', 5],
  ['America/Detroit', '48226', '313', 3],
  ['America/Indiana/Indianapolis', '46204', '317', 4],
  ['America/Indiana/Tell_City', '47586', '812', 2],
  ['America/Kentucky/Louisville', '40202', '502', 2],
  ['America/Chicago', '60614', '312 773', 10],
  ['America/Chicago', '75201', '214 972', 8],
  ['America/Menominee', '49858', '906', 1],
  ['America/North_Dakota/Center', '58530', '701', 1],
  ['America/Denver', '80202', '303 720', 6],
  ['America/Boise', '83702', '208', 2],
  ['America/Phoenix', '85004', '602 480', 6],
  ['America/Los_Angeles', '94110', '415 628', 8],
  ['America/Los_Angeles', '98101', '206', 4],
  ['America/Anchorage', '99501', '907', 4],
  ['America/Adak', '99546', '907', 1],
  ['Pacific/Honolulu', '96815', '808', 4],
  ['America/Puerto_Rico', '00907', '787', 5],
  ['America/St_Thomas', '00802', '340', 1],
  ['Pacific/Guam', '96910', '671', 1],
  ['Pacific/Pago_Pago', '96799', '684', 1],
];

const names =
  'Ana Ben Chloe Dara Eli Fay Gus Hana Ian June Kai Luz Mo Nia Omar Pia Quinn Rosa Sam Tess Uma Vic Wes Zoe'.split(' ');

/** The same seed always gives the same people (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** People who answer whatever the practice asks. */
export function runners(count: number, seed: number, questions: Questions): Runner[] {
  const random = drawn(seed);
  const taken = new Map<string, number>();
  return Array.from({ length: count }, (_, n) => runner(n, random, taken, questions));
}

/** A sign of an emergency is rare; every other answer is as likely as the next. */
const signs = 0.03;

function answered(questions: Questions, random: () => number): Answers {
  const given = askedOn(questions, 'sign-up').flatMap((question): [string, Answer][] => {
    const answer = answerTo(question, random);
    return answer === undefined ? [] : [[question.id, answer]];
  });
  return Object.fromEntries(given);
}

function answerTo({ kind, answers, required, min = 0, max = 60 }: Question, random: () => number): Answer | undefined {
  const open = answers.filter(({ retired }) => !retired);
  const drawn = open[Math.floor(random() * open.length)]?.id ?? '';
  if (kind === 'many') {
    const warns = open.some(({ means }) => means === 'emergency');
    return random() < (warns ? signs : 0.5) ? [drawn] : undefined;
  }
  if (!required && random() < 0.4) return undefined;
  if (kind === 'one') return drawn;
  if (kind === 'yes-no') return random() < 0.7;
  const n = Math.floor(min + random() * (max - min + 1));
  return kind === 'number' ? n : new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);
}

function runner(n: number, random: () => number, taken: Map<string, number>, questions: Questions): Runner {
  const among = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices[0]![0];
  };
  const chance = (share: number) => random() < share;

  const [zone, postalCode, areas] = among(places.map((place) => [place, place[3]] as const));
  const by = among([
    ['both', 4],
    ['email', 4],
    ['sms', 2],
  ] as const);
  // An area code has a hundred reserved numbers. People beyond those sign up by email.
  const phone = by === 'email' ? undefined : numberIn(areas.split(' '), taken);
  const email = by === 'sms' && phone ? undefined : `runner${n}@example.com`;
  // Everybody gives some clue of where they are: a browser's zone, a postal code, or at least an area code.
  const stated = chance(0.6);
  const postal = chance(0.5) || !(stated || phone);
  const answers = answered(questions, random);
  const structural = meaningOfAnswers(questions, answers) !== undefined;
  const does = chance(0.36)
    ? deed(
        among([
          ['one-click', 6],
          ['stop', 6],
          ['bounce', 3],
          ['complaint', 2],
          ['book', 8],
          ['seen', 5],
        ] as const),
        email,
        phone,
        structural,
      )
    : undefined;
  return {
    zone,
    signup: {
      firstName: names[Math.floor(random() * names.length)]!,
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
      emailConsent: email !== undefined,
      smsConsent: phone !== undefined,
      ...(stated ? { timeZone: zone } : {}),
      ...(postal ? { postalCode } : {}),
      adult: true,
      ...(chance(0.3)
        ? {
            source: among([
              ['clinic-poster', 2],
              ['race-day', 1],
            ] as const),
          }
        : {}),
    },
    answers,
    structural,
    wave: Math.floor(random() * waves),
    confirms: { email: chance(0.92), sms: chance(0.9) },
    ...(does ? { does: { what: does, day: 1 + Math.floor(random() * 38) } } : {}),
  };
}

/** The deed drawn, if this person can do it at all. */
function deed(what: Deed, email: string | undefined, phone: string | undefined, structural: boolean): Deed | undefined {
  if (what === 'stop') return phone ? what : 'one-click';
  if (what === 'seen') return structural ? what : undefined;
  return email ? what : 'stop';
}

function numberIn(areas: string[], taken: Map<string, number>): string | undefined {
  const area = areas.find((one) => (taken.get(one) ?? 0) < 100);
  if (area === undefined) return undefined;
  const used = taken.get(area) ?? 0;
  taken.set(area, used + 1);
  return `+1${area}55501${String(used).padStart(2, '0')}`;
}
