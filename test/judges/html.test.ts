import { HtmlValidate, type RuleConfig } from 'html-validate';
import { serve, token } from '../http/public-site';
import { mails } from './mails';

/** What a mail has to do that a page must not: old attributes and inline styles are all that Outlook reads. */
const inMail: RuleConfig = {
  'doctype-style': 'off',
  'no-conditional-comment': 'off',
  'no-inline-style': 'off',
  'no-deprecated-attr': 'off',
  'void-style': 'off',
  // MJML marks the whole mail as an article, since mail programs put it inside a page of their own.
  'prefer-native-element': 'off',
  // MJML writes height="auto", so that pictures keep their shape where styles are dropped.
  'attribute-allowed-values': 'off',
  // Numbers stand in links of their own, which phones do not break.
  'tel-non-breaking': 'off',
};
const inPage: RuleConfig = {
  'doctype-style': 'off',
  'tel-non-breaking': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
};

async function faultsOf(html: string, rules: RuleConfig): Promise<string[]> {
  const { results } = await new HtmlValidate({ extends: ['html-validate:recommended'], rules }).validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}

it.each(mails.map(({ name, html }) => [name, html]))('html-validate finds no fault in the mail %s', async (_, html) => {
  expect(await faultsOf(html, inMail)).toEqual([]);
});

const pages = [
  '/subscribe',
  '/book',
  '/unsubscribe',
  '/privacy',
  '/terms',
  '/legal',
  '/health-data-privacy',
  '/language-help',
  '/no-such-page',
  ...(['confirm', 'unsubscribe', 'preferences', 'check-in', 'book', 'tips', 'profile'] as const).map(
    (purpose) => `/${purpose}/${token[purpose]}`,
  ),
  `/preferences/data/${token.data}`,
];
it.each(pages)('html-validate finds no fault in the page %s', async (path) => {
  const answer = await serve().app.request(path, { headers: { accept: 'text/html' } });
  expect(await faultsOf(await answer.text(), inPage)).toEqual([]);
});

it('would find one', async () => {
  expect(await faultsOf('<!doctype html><html><body><p><div>x</div></p></body></html>', inPage)).not.toEqual([]);
});
