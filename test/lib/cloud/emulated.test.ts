import { lacking, lackingAttributes, type StandIns, type Template, transform } from '../../cloud/transform';
import { type Json, synth } from './synth';

const standIns: StandIns = { emulator: 'http://cloud', recorder: 'http://notes' };
const emulated = synth('emulated');

/** Paths at which two templates differ. */
function differences(a: Json, b: Json, at = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const both = [a, b].every((one) => one !== null && typeof one === 'object');
  if (!both) return [at];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], `${at}/${key}`),
  );
}

const changed = Object.entries(emulated.templates).flatMap(([stack, template]) =>
  differences(template, transform(template as Template, standIns)).map((path) => ({ stack, path, template })),
);

it('the list of what the emulator lacks is this, and grows only on purpose', () => {
  expect(lacking).toEqual(['AWS::Backup::BackupSelection']);
  expect(lackingAttributes.source).toBe('^DkimDNSToken(Name|Value)\\d$');
});

it('what is deployed there differs from what AWS would get in the listed places only', () => {
  const allowed = [
    /^\/Resources\/\w+\/Properties\/Environment\/Variables\/(AWS_ENDPOINT_URL(_SESV2|_PINPOINT_SMS_VOICE_V2)?|SMS_ORIGINATION|SMS_CONFIGURATION_SET|OIDC_JWKS_URI|(EMAIL|SMS|DEAD)_QUEUE_URL)(\/.*)?$/,
    /^\/Outputs\/\w+Dkim\d$/,
    /ProviderURL\w*\/Value\//,
    /^\/Resources\/\w+\/Properties\/GenerateSecretString\/ExcludeCharacters$/,
  ];
  const other = changed.filter(
    ({ path, template }) =>
      !allowed.some((one) => one.test(path)) &&
      !lacking.includes((template as Template).Resources[path.split('/')[2]!]?.Type ?? ''),
  );
  expect(other.map(({ stack, path }) => `${stack}${path}`)).toEqual([]);
});

it('tells providers to none but the functions that send, and keys to the one that reads staff tokens', () => {
  const functions = changed.flatMap(
    ({ path }) =>
      /^\/Resources\/([a-z]+)\w+\/Properties\/Environment\/Variables\/(?!AWS_ENDPOINT_URL$|(?:EMAIL|SMS|DEAD)_QUEUE_URL)/.exec(
        path,
      )?.[1] ?? [],
  );
  expect([...new Set(functions)].sort()).toEqual(['sendemail', 'sendtext', 'staff']);
});
