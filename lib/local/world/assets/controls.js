import { byId, doing, fullTime, notice, post } from './dom.js';

/** The clock strip and the fault switches. */
export function controls(world) {
  let ahead = 0;
  let moving = false;
  let before = 0;

  const show = () => {
    const at = Date.now() + ahead;
    const face = byId('now');
    const text = fullTime(at);
    if (face.textContent === text) return;
    face.textContent = text;
    face.dateTime = new Date(at).toISOString();
  };
  setInterval(show, 1000);

  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => {
      if (moving) return;
      moving = true;
      before = world.messages.size;
      mark(true);
      void doing(button, async () => {
        await post('/local/api/clock', { advance: button.dataset.advance });
        await world.refresh();
        const came = world.messages.size - before;
        notice(came === 0 ? 'Done. Nothing new arrived.' : `Done. ${came} new ${came === 1 ? 'message' : 'messages'}.`);
      }).finally(() => {
        moving = false;
        mark(false);
      });
    });
  }

  function mark(on) {
    byId('progress').hidden = !on;
    byId('progress-text').hidden = !on;
    byId('progress-text').textContent = 'The clock is moving…';
    for (const button of document.querySelectorAll('[data-advance]')) {
      if (on) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  }

  for (const select of document.querySelectorAll('.fault select')) {
    select.addEventListener('change', () => {
      const { channel } = select.dataset;
      const mode = byId(`fault-${channel}`).value;
      const rate = Number(byId(`rate-${channel}`).value);
      void doing(select, async () => {
        showFaults(await post('/local/api/faults', { channel, mode, rate }));
        notice(mode === 'none' ? 'They work as they should.' : 'From now on they fail like that.');
      });
    });
  }

  const drawer = document.querySelector('.faults');
  document.addEventListener('click', ({ target }) => {
    if (!drawer.contains(target)) drawer.open = false;
  });
  drawer.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    drawer.open = false;
    drawer.querySelector('summary').focus();
  });

  function showFaults(faults) {
    const failing = Object.values(faults).filter(({ mode }) => mode !== 'none').length;
    byId('fault-mark').hidden = failing === 0;
    byId('fault-mark').textContent = failing === 2 ? 'both' : failing === 1 ? 'on' : '';
    for (const [channel, { mode, rate }] of Object.entries(faults)) {
      const [modes, rates] = [byId(`fault-${channel}`), byId(`rate-${channel}`)];
      if (document.activeElement !== modes) modes.value = mode;
      if (document.activeElement !== rates && mode !== 'none') {
        // A rate set by a script may be one that the list does not offer.
        if (![...rates.options].some(({ value }) => Number(value) === rate))
          rates.add(new Option(`${rate * 100}%`, rate));
        rates.value = String(rate);
      }
    }
  }

  return (state) => {
    ahead = Date.parse(state.now) - Date.now();
    show();
    showFaults(state.faults);
    if (!moving) return;
    const came = world.messages.size - before;
    byId('progress-text').textContent =
      `The clock is moving… ${came} new ${came === 1 ? 'message' : 'messages'} so far.`;
  };
}
