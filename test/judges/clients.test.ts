import { caniemail } from 'caniemail';
import { mails } from './mails';

/**
 * What some mail program drops, and what a reader loses by it. Anything else that the data of caniemail.com knows as
 * unsupported in one of these programs fails: it would be missed there.
 */
const mayBeDropped: Record<string, string> = {
  '<style> element': 'phones of Gmail with another account: the inline styles carry the whole look',
  '@media': 'narrow screens and dark colours: the one column reads without them',
  'Descendant combinator': 'as <style>',
  'ID selector': 'as <style>',
  'Type selector': 'as <style>',
  'Class selector': 'as <style>',
  'Chaining selectors': 'as <style>',
  'display:none': 'hides the preheader, which then shows as a first line',
  opacity: 'hides the preheader',
  overflow: 'hides the preheader',
  transform: 'looks only',
  cursor: 'looks only',
  outline: 'looks only',
  'text-underline-offset': 'looks only',
  'word-spacing': 'looks only',
  'word-break': 'long words only',
  'border-radius': 'square corners',
  'border-spacing': 'looks only',
  'height property': 'rows take the height of their text',
  '<body> element': 'becomes a div; the colour stands on the table as well',
  'target attribute': 'links open where the program likes',
  'aria-label attribute': 'the text beside it says the same',
  'role attribute': 'tables are read as tables',
};

it.each(mails.map(({ name, html }) => [name, html]))('no mail program loses more than looks of %s', (_, html) => {
  const { issues } = caniemail({
    clients: ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'samsung-email.*'],
    html,
  });
  const lost = new Set([...(issues.errors?.values() ?? [])].flat().map(({ title }) => title));
  expect([...lost].filter((title) => !Object.hasOwn(mayBeDropped, title))).toEqual([]);
});

it('would notice what is lost', () => {
  const { issues } = caniemail({ clients: ['gmail.*'], html: '<video src="x.mp4"></video>' });
  expect([...(issues.errors?.values() ?? [])].flat().map(({ title }) => title)).toContain('<video> element');
});
