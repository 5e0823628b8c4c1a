import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { StridewellError } from '../functions/core/base/error';
import { type Budget, defaultBudgets } from '../functions/core/membership/budget';
import { type Logo, type Practice, practiceSchema } from '../functions/core/practice/practice';
import type { Questions } from '../functions/core/practice/questions';
import { questionsSchema } from '../functions/core/practice/questions-file';
import { practiceWordsSchema } from '../functions/core/practice/words';
import type { Policy } from '../functions/core/time/policy';
import { policySchema } from '../functions/core/time/policy-settings';
import { readYaml } from '../functions/providers/yaml-file';
import { SHARDS } from '../functions/store/schema';
import { logoFaults } from './logo';

/** An address of the practice's own on the web: CloudFront, its firewall and the staff console stand behind it. */
const webSchema = z.strictObject({
  publicUrl: z
    .url({ protocol: /^https$/, error: 'an https address such as https://tips.practice.com' })
    .refine(
      (url) => new URL(url).pathname === '/' && !url.endsWith('/'),
      'only a scheme and a name, such as https://tips.practice.com',
    ),
  /** CloudFront reads certificates in us-east-1 only. */
  certificate: z
    .string()
    .regex(
      /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/,
      'the ARN of an issued ACM certificate in us-east-1',
    ),
});

/** A number of the practice's own; which kind the carriers registered (runbook, "Register the number"). */
const textsSchema = z.strictObject({
  numberType: z.enum(['TEN_DLC', 'TOLL_FREE', 'SIMULATOR'], 'TEN_DLC, TOLL_FREE or SIMULATOR'),
  /** What texts of a month may cost; AWS stops them there once the account is told (runbook, "Limit what texts cost"). */
  dollarsAMonth: z.int('whole dollars').min(1).max(100_000).default(100),
});

/** Beyond the monthly copies that every stage has. */
const backupSchema = z.strictObject({
  /** What may never be deleted early: `governance` can be lifted by whoever may, `compliance` by nobody. */
  lock: z.enum(['governance', 'compliance'], 'governance or compliance').exactOptional(),
  /** A second region that gets a copy of each; another than us-east-1. */
  copyTo: z
    .string()
    .regex(/^us-(east-2|west-[12])$/, 'a second region of the United States: us-east-2, us-west-1 or us-west-2')
    .exactOptional(),
});

const recipient = z.union(
  [z.literal('*'), z.email(), z.string().regex(/^\+1\d{10}$/)],
  'an address, a number such as +17705550102, or *',
);

const anHour = z.int('a whole number an hour').min(1, 'at least 1 an hour');
const budgetOf = (shipped: Budget) =>
  z
    .strictObject({
      network: anHour.default(shipped.network),
      address: anHour.default(shipped.address),
      numberBlock: anHour.default(shipped.numberBlock),
      everyone: anHour.default(shipped.everyone),
    })
    .prefault({});

const seriesId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'the id of a series');

const stageSchema = z.strictObject({
  /** Where alarms go; each is one mail with the heading of its runbook page. */
  alarmsTo: z.email(),
  web: webSchema.exactOptional(),
  texts: textsSchema.exactOptional(),
  backup: backupSchema.default({}),
  /** Allowed recipients on a stage that is not production; empty means none. */
  allowList: z.array(recipient).default([]),
  /** The series that people begin when they confirm, each for whom its own `who` lets in. */
  evergreen: z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(seriesId).min(1).max(10))
    .default(['back-care']),
  /** When and how often marketing may go out. Settings left out keep the shipped default, that of the strictest state. */
  policy: policySchema,
  /** Sends at any hour: for a stage whose messages reach no real person. */
  testPolicy: z.literal('all-day', 'all-day').exactOptional(),
  /** Most an hour of what anybody may start, see core/membership/budget. */
  budgets: z
    .strictObject({
      signUps: budgetOf(defaultBudgets.signUps),
      bookings: budgetOf(defaultBudgets.bookings),
      answers: budgetOf(defaultBudgets.answers),
    })
    .prefault({}),
  /** Functions the account may run at once (Service Quotas, Lambda); once it is enough, each function gets its share. */
  concurrentExecutions: z.int('a whole number').min(10, 'at least 10, as of a new account').default(10),
  /** Index partitions, see store/schema: raised as a practice grows, never lowered. */
  shards: z.int().min(1).max(128).default(SHARDS),
});

const stagesSchema = z.record(z.string(), z.unknown());

/** One deployment of the service: settings of `stages.yaml` under its name. */
export interface Stage extends Omit<z.infer<typeof stageSchema>, 'policy'> {
  name: string;
  policy: Policy;
  production: boolean;
}

/** Only this stage may write to anyone who asked; it is the name the functions know too. */
const productionStage = 'prod';

/**
 * Reads `practice.yaml`, and `questions.yaml` and `words.yaml` beside it; every wrong line of them is named in one
 * `StridewellError('invalid')`, a line of its message each.
 */
export function loadPractice(file: string): Practice {
  const faults: string[] = [];
  const part = <T>(name: string, schema: z.core.$ZodType<T>): T | undefined => {
    try {
      return read(join(dirname(file), name), schema, []);
    } catch (error) {
      if (!(error instanceof StridewellError)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
  const settings = part(basename(file), practiceSchema);
  const questions: Questions | undefined = part('questions.yaml', questionsSchema);
  const words = part('words.yaml', practiceWordsSchema);
  if (settings) faults.push(...wrongLogo(settings.logo, file));
  if (settings && questions && words && faults.length === 0) return { ...settings, questions, words };
  throw new StridewellError('invalid', faults.join('\n'), basename(file));
}

/** What is wrong with the files of the logo, each at its line. */
function wrongLogo(logo: Logo | undefined, file: string): string[] {
  const found = logoFaults(logo, join(dirname(file), 'drawings'));
  if (found.length === 0) return [];
  const { fault } = readYamlIn(file);
  return found.map(({ theme, what }) => inWords(fault(['logo', theme], `logo.${theme}: ${what}`).message));
}

/** Reads one stage of `stages.yaml`. Names are short and plain, because they become names of AWS resources. */
export function loadStage(name: string, file: string): Stage {
  if (!/^[a-z][a-z0-9]{0,11}$/.test(name)) {
    throw new StridewellError(
      'invalid',
      `"${name}" is not a stage name: up to 12 small letters and digits, a letter first.`,
      'stage',
    );
  }
  const stages = read(file, stagesSchema, []);
  if (!Object.hasOwn(stages, name)) {
    const known = Object.keys(stages).join(', ') || 'none';
    throw new StridewellError('invalid', `${basename(file)} has no stage "${name}"; it has: ${known}.`, 'stage');
  }
  const stage = { ...read(file, stageSchema, [name]), name, production: name === productionStage };
  if (stage.production && stage.testPolicy) {
    throw new StridewellError(
      'invalid',
      `${basename(file)}: ${name}: testPolicy: the law's hours hold for real people; take it out.`,
      'testPolicy',
    );
  }
  return stage;
}

/** The part of a YAML file under `at`, checked as a whole: a person mends all that is wrong in one go. */
function read<T>(file: string, schema: z.core.$ZodType<T>, at: string[]): T {
  if (!existsSync(file)) throw new StridewellError('invalid', `There is no file ${file}.`, basename(file));
  const { value, fault } = readYamlIn(file);
  const part = at.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
  const parsed = z.safeParse(schema, part);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue): { path: PropertyKey[]; what: string }[] => {
    if (issue.code !== 'unrecognized_keys')
      return [{ path: issue.path, what: missing(issue, part) ? 'is missing' : issue.message }];
    return issue.keys.map((key) => ({ path: [...issue.path, key], what: 'is not a setting we know' }));
  });
  const lines = faults.map(({ path, what }) =>
    inWords(fault([...at, ...path], `${path.join('.') || 'file'}: ${what}`).message),
  );
  throw new StridewellError('invalid', [...new Set(lines)].join('\n'), basename(file));
}

function readYamlIn(file: string) {
  try {
    return readYaml(file, z.unknown());
  } catch (error) {
    if (error instanceof StridewellError) throw new StridewellError('invalid', inWords(error.message), basename(file));
    throw error;
  }
}

const missing = (issue: z.core.$ZodIssue, part: unknown): boolean =>
  issue.path.length > 0 &&
  issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], part) ===
    undefined;

/** `practice.yaml:12: …` reads better to a person as `practice.yaml line 12: …`. */
const inWords = (message: string): string => message.replace(/^(\S+?):(\d+): /, '$1 line $2: ');
