import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileLooks } from '../../functions/providers/looks';
import { root, templates } from '../templates/sample';

let copy: string;
const edit = (file: string, change: (source: string) => string) => {
  const source = readFileSync(join(copy, file), 'utf8');
  const changed = change(source);
  expect(changed).not.toBe(source);
  writeFileSync(join(copy, file), changed);
};

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'looks-'));
  cpSync(templates, copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

describe('compiling the looks', () => {
  it('gives what is committed; run npm run templates when this fails', async () => {
    const compiled = await compileLooks(templates);
    expect(compiled === readFileSync(join(root, 'functions/providers/compiled.js'), 'utf8')).toBe(true);
  });

  it('stops at a field no view has, with file and line', async () => {
    edit('message.mjml', (source) => source.replace('{{headline}}', '{{headlin}}'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.mjml:\d+: unknown field \{\{headlin\}\}/);
  });

  it('stops at such a field in a part, naming the part', async () => {
    edit('parts/safety.mjml', (source) => source.replace('{{safety.wait}}', '{{safety.later}}'));
    await expect(compileLooks(copy)).rejects.toThrow(/parts\/safety\.mjml:5: unknown field/);
  });

  it('stops at such a field in the plain text', async () => {
    edit('message.txt.hbs', (source) => source.replace('{{why}}', '{{because}}'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.txt\.hbs:\d+: unknown field/);
  });

  it('stops when a list mail has no unsubscribe link', async () => {
    edit('message.mjml', (source) => source.replace('{{links.unsubscribe}}', '{{links.preferences}}'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.mjml:1: no \{\{links\.unsubscribe\}\}/);
  });

  it('stops when its plain text has none', async () => {
    edit('message.txt.hbs', (source) => source.replace('{{links.unsubscribe}}', ''));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.txt\.hbs:1: no/);
  });

  it('stops when MJML drops a block that is not in mj-raw', async () => {
    edit('message.mjml', (source) => source.replace('<mj-raw>{{#each figures}}</mj-raw>', '{{#each figures}}'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.mjml:\d+: \{\{#each figures\}\} is lost/);
  });

  it('stops at a part that is not there', async () => {
    rmSync(join(copy, 'parts/safety.mjml'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.mjml:\d+: <mj-include.*names a file that is not there/);
  });

  it('stops at a size that the scale does not have, with file and line', async () => {
    edit('parts/button.mjml', (source) => source.replace('%body%', '%huge%'));
    await expect(compileLooks(copy)).rejects.toThrow(/parts\/button\.mjml:2: %huge% is no size/);
  });

  it('fetches no font from elsewhere', async () => {
    expect(await compileLooks(templates)).not.toMatch(/fonts\.googleapis|@import|<link/);
  });

  it('stops at what MJML does not know', async () => {
    edit('message.mjml', (source) => source.replace('font-size="%title%"', 'font-sise="%title%"'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.mjml:\d+: .*font-sise/);
  });

  it('stops at a field in an attribute without quotes', async () => {
    edit('message.mjml', (source) => source.replace('href="{{links.unsubscribe}}"', 'href={{links.unsubscribe}}'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.mjml:\d+: a field in an attribute must stand in quotes/);
  });

  it('never lets a value through unescaped', async () => {
    edit('message.mjml', (source) => source.replace('{{headline}}', '{{{headline}}}'));
    await expect(compileLooks(copy)).rejects.toThrow(/message\.mjml:\d+: unescaped/);
  });
});
