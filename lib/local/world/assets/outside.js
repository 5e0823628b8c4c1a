import { controls } from './controls.js';
import { byId } from './dom.js';
import { mailbox } from './mailbox.js';
import { phone } from './phone.js';

/** This page's copy of the world, updated once a second. */
const world = { messages: new Map(), texts: [], run: '', seq: -1, refresh };
const parts = [controls(world), mailbox(world), phone(world)];
let first = true;

async function refresh() {
  const response = await fetch(`/outside/state.json?run=${world.run}&since=${Math.max(0, world.seq)}`);
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  const state = await response.json();
  if (state.run !== world.run) {
    world.messages.clear();
    world.texts = [];
  }
  const changed = first || state.run !== world.run || state.seq !== world.seq;
  first = false;
  for (const message of state.messages) world.messages.set(message.id, message);
  const known = new Set(world.texts.map(({ id }) => id));
  world.texts.push(...state.texts.filter(({ id }) => !known.has(id)));
  world.run = state.run;
  world.seq = state.seq;
  for (const part of parts) {
    if (part === parts[0]) part(state);
    else part(changed);
  }
}

async function watch() {
  try {
    if (!document.hidden) await refresh();
    document.body.classList.remove('away');
  } catch {
    document.body.classList.add('away');
    byId('clock-label').textContent = 'The world has stopped. Waiting for it…';
    setTimeout(watch, 2000);
    return;
  }
  byId('clock-label').textContent = 'The time here';
  setTimeout(watch, 1000);
}

for (const button of document.querySelectorAll('[data-show]:not(main)')) {
  button.addEventListener('click', () => {
    const main = document.querySelector('main');
    main.dataset.show = button.dataset.show;
    if (button.dataset.show === 'phone') main.scrollIntoView({ block: 'start' });
    for (const one of document.querySelectorAll('.tabs-narrow button'))
      one.setAttribute('aria-pressed', String(one === button));
  });
}

void watch();
