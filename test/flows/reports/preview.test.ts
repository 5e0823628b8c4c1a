import { readToken } from '../../../functions/core/base/token';
import type { Delivery } from '../../../functions/core/sending/delivery';
import { deliveryId } from '../../../functions/core/sending/delivery';
import { previewPath, previewStep, renderedMessage } from '../../../functions/flows/reports/preview';
import { id, runner, staffWorld, start } from '../../support/staff';

const robin = id('sub', 1);

describe('the preview', () => {
  it('is what the sending code makes of the step, in both channels', async () => {
    const shown = await previewStep(staffWorld().ports, {
      seriesId: 'back-care',
      stepId: 'stretching',
      sample: 'mechanical-regular',
    });
    expect(shown.html).toContain('<html');
    expect(shown.text).toContain('Call 911');
    expect(shown.sms.body).toMatch(/^Pinnacle Ortho: /);
    expect(shown.sms.parts).toBeLessThanOrEqual(2);
    expect(shown.sms.characters).toBe(shown.sms.body.length);
    expect(shown.skipped).toBeUndefined();
  });

  it('shows edited words before they are saved, and names what is wrong with them', async () => {
    const { ports } = staffWorld();
    const wanted = { seriesId: 'back-care', stepId: 'rest', sample: 'new-runner' as const };
    expect((await previewStep(ports, { ...wanted, words: { headline: 'Rest, {{firstName}} <b>' } })).html).toContain(
      'Rest, Noah &lt;b&gt;',
    );
    await expect(previewStep(ports, { ...wanted, words: { headline: '{{name}}' } })).rejects.toMatchObject({
      code: 'invalid',
      field: 'words.headline',
    });
  });

  it('says when the sample would not get the step', async () => {
    const shown = await previewStep(staffWorld().ports, {
      seriesId: 'back-care',
      stepId: 'stretching',
      sample: 'structural',
    });
    expect(shown.skipped).toBe('not-seen-by-a-doctor');
  });

  it('holds no link that works', async () => {
    const { ports } = staffWorld();
    const { html } = await previewStep(ports, { seriesId: 'back-care', stepId: 'welcome', sample: 'unsure' });
    const token = /\/unsubscribe\/([\w.-]+)/.exec(html)?.[1] ?? '';
    expect(token).not.toBe('');
    expect(() => readToken([{ id: 'k1', secret: 'test' }], 'unsubscribe', token)).toThrow();
  });

  it('dates the path: day 0 at once, then weeks apart at the practice’s hour', async () => {
    const steps = await previewPath(staffWorld().ports, {
      seriesId: 'back-care',
      sample: 'mechanical-regular',
      channel: 'email',
      startAt: start,
    });
    expect(steps.map(({ day }) => day)).toEqual([0, 7, 14, 21, 28, 40]);
    expect(steps[0]).toMatchObject({ stepId: 'welcome', at: start });
    expect(steps.every(({ subject }) => subject.length > 0 && !subject.includes('{{'))).toBe(true);
  });

  it('dates no path that begins more than two years ahead', async () => {
    const wanted = { seriesId: 'back-care', sample: 'mechanical-regular', channel: 'email' } as const;
    const startAt = Date.parse('2206-12-03T15:00:00Z');
    await expect(previewPath(staffWorld().ports, { ...wanted, startAt })).rejects.toMatchObject({
      code: 'invalid',
      field: 'startAt',
      message: expect.stringContaining('2206'),
    });
  });

  it('renders a sent message again from its own version, to its own person', async () => {
    const { kept, ports } = staffWorld([runner(robin)]);
    const target = id('enr', 1);
    const delivery: Delivery = {
      subscriber: robin,
      id: deliveryId(target, 'rest'),
      target,
      stepId: 'rest',
      channel: 'email',
      marketing: true,
      at: start,
      seriesId: 'back-care',
      version: 1,
      facts: { accepted: { at: start } },
    };
    const notice: Delivery = {
      subscriber: robin,
      id: deliveryId('ntc_1', 'confirm-email'),
      target: 'ntc_1',
      stepId: 'confirm-email',
      channel: 'email',
      marketing: false,
      at: start,
      facts: {},
    };
    kept.ledger.push({ kind: 'message', delivery }, { kind: 'message', delivery: notice });
    expect((await renderedMessage(ports, robin, delivery.id)).html).toContain('Robin');
    const again = await renderedMessage(ports, robin, notice.id);
    const token = /\/confirm\/([\w.-]+)/.exec(again.html ?? '')?.[1] ?? '';
    expect(token).not.toBe('');
    // Only the person's own act may confirm: what staff look at cannot.
    expect(() => readToken([{ id: 'k1', secret: 'test' }], 'confirm', token)).toThrow();
    await expect(renderedMessage(ports, robin, id('msg', 9))).rejects.toMatchObject({ code: 'not-found' });
  });
});
