import { readerLocale } from '../../../functions/flows/public/reader';
import { ana, link, world } from './public-world';

const of = (person = ana()) => world([person]).ports;

test('a link is read in the language its person told us: in a form, or by text before they filled one in', async () => {
  const { profile, ...bare } = ana();
  const token = link('preferences');
  expect(await readerLocale(of({ ...bare, profile: { ...profile!, locale: 'es' } }), 'preferences', token)).toBe('es');
  expect(await readerLocale(of({ ...bare, locale: 'es' }), 'preferences', token)).toBe('es');
  expect(await readerLocale(of(bare), 'preferences', token)).toBeUndefined();
});

test('nobody is known by a link of somebody who is gone, and a forged one is refused', async () => {
  expect(await readerLocale(world([]).ports, 'preferences', link('preferences'))).toBeUndefined();
  await expect(readerLocale(of(), 'preferences', 'forged')).rejects.toMatchObject({ code: 'not-found' });
});
