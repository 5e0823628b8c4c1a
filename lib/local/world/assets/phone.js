import { byId, doing, el, linked, notice, phoneText, post, shortTime } from './dom.js';

/** One phone at a time: what it was sent, what it answered, and a line to answer on. */
export function phone(world) {
  let number;
  let drawn = '';

  const talks = () => {
    const all = new Map();
    const add = (who, item) => all.set(who, [...(all.get(who) ?? []), item]);
    for (const message of world.messages.values()) if (message.channel === 'sms') add(message.to, message);
    for (const text of world.texts) add(text.from, text);
    for (const talk of all.values()) talk.sort((a, b) => a.seq - b.seq);
    return new Map([...all].sort(([, a], [, b]) => b.at(-1).seq - a.at(-1).seq));
  };

  async function text(body) {
    await post('/local/api/sms', { from: number, body });
    await world.refresh();
  }

  byId('numbers').addEventListener('change', (event) => {
    number = event.currentTarget.value;
    draw();
  });
  byId('reply').addEventListener('submit', (event) => {
    event.preventDefault();
    const input = byId('reply-text');
    const body = input.value.trim();
    if (body === '') return input.focus();
    void doing(event.submitter ?? input, async () => {
      await text(body);
      input.value = '';
      input.focus();
    });
  });
  for (const button of document.querySelectorAll('[data-reply]')) {
    button.addEventListener('click', () => doing(button, () => text(button.dataset.reply)));
  }
  byId('new-phone').addEventListener('click', (event) => {
    const known = talks();
    // 555-0100 to 0199 are reserved for fiction.
    do number = `+1404555${String(100 + Math.floor(Math.random() * 100)).padStart(4, '0')}`;
    while (known.has(number) && known.size < 90);
    void doing(event.currentTarget, () => text('TIPS'));
  });
  byId('text-bounce').addEventListener('click', (event) => {
    const last = (talks().get(number) ?? []).findLast(({ channel }) => channel === 'sms');
    if (last === undefined) return;
    void doing(event.currentTarget, async () => {
      await post('/local/api/events', { id: last.id, type: 'bounce', bounceType: 'Permanent' });
      notice('Reported: the carrier could not deliver the last text.');
      await world.refresh();
    });
  });

  function bubble(item) {
    const sent = item.channel === 'sms';
    const bad = sent && item.reported.some((what) => /INVALID|UNREACHABLE|SPAM/.test(what));
    const fate = !sent
      ? ''
      : bad
        ? ' · not delivered'
        : item.reported.includes('TEXT_DELIVERED')
          ? ' · delivered'
          : ' · on its way';
    const parts = sent && item.parts > 1 ? ` · ${item.parts} parts` : '';
    return el(
      sent ? 'div.bubble.theirs' : 'div.bubble.mine',
      {},
      el('span.hidden', {}, sent ? 'The practice: ' : 'This phone: '),
      el('p', {}, ...linked(item.body)),
      el(bad ? 'span.when.bad' : 'span.when', {}, `${shortTime(item.at)}${parts}${fate}`),
    );
  }

  function draw() {
    const all = talks();
    const people = [...all.keys()];
    if (number === undefined || (!all.has(number) && people.length > 0)) number = people[0];
    byId('count-text').textContent =
      people.length === 0 ? '' : String([...world.messages.values()].filter(({ channel }) => channel === 'sms').length);
    const select = byId('numbers');
    select.hidden = people.length === 0;
    select.replaceChildren(...people.map((one) => el('option', { value: one }, phoneText(one))));
    if (number !== undefined) select.value = number;
    byId('reply').hidden = people.length === 0;
    const talk = all.get(number) ?? [];
    byId('text-bounce').hidden = !talk.some(({ channel }) => channel === 'sms');
    const log = byId('talk');
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60 || drawn !== number;
    drawn = number ?? '';
    if (talk.length > 0) log.replaceChildren(...talk.map(bubble));
    else
      log.replaceChildren(
        el(
          'div.empty',
          {},
          el('p', {}, 'No texts yet.'),
          el('p.quiet', {}, 'Sign up with a phone number, or text TIPS from a new one below.'),
        ),
      );
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  return (changed) => {
    if (changed) draw();
  };
}
